import type { Packed } from '../engine/program.js';
import type { Random } from '../random/random.js';
import type { Network } from './layer.js';
import { count, layerShapes } from './shapes.js';

export interface InitialWeights {
  readonly parameters: Readonly<Record<string, Packed>>;
  readonly state: Readonly<Record<string, Packed>>;
}

/** Kernels by Glorot and Bengio 2010 (uniform), biases 0, scales 1, moving mean 0 and variance 1. Names are `layer/array`. */
export function initialWeights(network: Network, random: Random): InitialWeights {
  const parameters: Record<string, Packed> = {};
  const state: Record<string, Packed> = {};
  for (const { layer, parameters: arrays, state: averages } of layerShapes(network)) {
    for (const [name, shape] of Object.entries(arrays)) {
      parameters[`${layer.name}/${name}`] = { shape, values: initial(name, shape, random) };
    }
    for (const [name, shape] of Object.entries(averages)) {
      const values = new Float32Array(count(shape)).fill(name === 'variance' ? 1 : 0);
      state[`${layer.name}/${name}`] = { shape, values };
    }
  }
  return { parameters, state };
}

function initial(name: string, shape: readonly number[], random: Random): Float32Array {
  const values = new Float32Array(count(shape));
  if (name === 'gamma') return values.fill(1);
  if (name !== 'kernel') return values;
  const receptive = count(shape.slice(0, -2));
  const fanIn = receptive * (shape.at(-2) as number);
  const fanOut = receptive * (shape.at(-1) as number);
  return glorot(values, fanIn, fanOut, random);
}

/** Fills by Glorot and Bengio's uniform distribution for so many inputs and outputs. */
export function glorot(values: Float32Array, fanIn: number, fanOut: number, random: Random): Float32Array {
  const limit = Math.sqrt(6 / (fanIn + fanOut));
  return values.map(() => (2 * random.uniform() - 1) * limit);
}

/** The arrays that a penalty or decay acts on: kernels, not biases, scales or shifts. */
export const kernelNames = (names: readonly string[]): string[] =>
  names.filter((name) => name.endsWith('/kernel'));

import type { Packed } from '../engine/program.js';
import type { Network } from './layer.js';
import { layerShapes } from './shapes.js';

/** The first array of a network's layers that is missing or of another shape, with the shape that it should have. Throws RangeError where layers do not fit each other. */
export function unfitArray(
  network: Network,
  weights: Readonly<Record<string, Pick<Packed, 'shape'> | undefined>>,
): { readonly name: string; readonly shape: readonly number[] } | undefined {
  return layerShapes(network)
    .flatMap(({ layer, parameters, state }) =>
      Object.entries({ ...parameters, ...state }).map(([name, shape]) => ({
        name: `${layer.name}/${name}`,
        shape,
      })),
    )
    .find(({ name, shape }) => weights[name]?.shape.join() !== shape.join());
}

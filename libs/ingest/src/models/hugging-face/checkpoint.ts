import { DomainError } from '@kshot/domain';
import type { Packed } from '@kshot/fewshot';
import { besides } from '../besides.js';
import type { ForeignArrays } from './foreign-arrays.js';

/** Weights of a checkpoint by name, in our order of axes. */
export interface Checkpoint {
  /** One array as it is. Throws DATA_FORMAT where it is missing or of another shape. */
  array(name: string, shape: readonly number[]): Packed;
  /** A linear layer: PyTorch's [outputs, inputs] as [inputs, outputs], and its bias. */
  linear(name: string, inputs: number, outputs: number): { kernel: Packed; bias: Packed };
  /** The same without bias. */
  kernel(name: string, inputs: number, outputs: number): Packed;
}

/** Names may begin with a prefix that depends on what saved the model, such as `bert.`: the first that fits `probe` is taken. */
export function checkpoint(arrays: ForeignArrays, probe: string): Checkpoint {
  const whole = arrays.names.find((name) => name === probe || name.endsWith(`.${probe}`));
  if (!whole)
    throw new DomainError(
      'DATA_FORMAT',
      `The weights have no array named ${probe}. Save the model with save_pretrained.`,
    );
  const prefix = whole.slice(0, whole.length - probe.length);
  const array = (name: string, shape: readonly number[]): Packed => {
    const found = arrays.find(prefix + name);
    if (found?.shape.join() !== shape.join())
      throw new DomainError(
        'DATA_FORMAT',
        `The weights ${prefix + name} are ${found ? found.shape.join(' x ') : 'missing'}; the configuration says ${shape.join(' x ')}. Use config.json and model.safetensors of the same model.`,
      );
    return found;
  };
  const kernel = (name: string, inputs: number, outputs: number): Packed =>
    transposed(array(`${name}.weight`, [outputs, inputs]));
  return {
    array,
    kernel,
    linear: (name, inputs, outputs) => ({
      kernel: kernel(name, inputs, outputs),
      bias: array(`${name}.bias`, [outputs]),
    }),
  };
}

export type TransformerWeights = ReturnType<typeof transformerWeights>;

/** Weights of the layers of a transformer, put together from a checkpoint. */
export function transformerWeights(from: Checkpoint, width: number) {
  const weights: Record<string, Packed> = {};
  const add = (name: string, { kernel, bias }: ReturnType<Checkpoint['linear']>): void => {
    weights[`${name}/kernel`] = kernel;
    weights[`${name}/bias`] = bias;
  };
  return {
    weights,
    norm(name: string, source: string) {
      weights[`${name}/gamma`] = from.array(`${source}.weight`, [width]);
      weights[`${name}/beta`] = from.array(`${source}.bias`, [width]);
    },
    scale(name: string, source: string) {
      weights[`${name}/gamma`] = from.array(source, [width]);
    },
    linear(name: string, source: string, inputs: number, units: number) {
      add(name, from.linear(source, inputs, units));
    },
    /** Queries, keys and values side by side. */
    attention(name: string, sources: readonly string[]) {
      const parts = sources.map((source) => from.linear(source, width, width));
      const [kernel, bias] = [parts.map((part) => part.kernel), parts.map((part) => part.bias)];
      add(name, { kernel: besides(kernel), bias: besides(bias) });
    },
  };
}

function transposed({ shape: [rows = 0, columns = 0], values }: Packed): Packed {
  const out = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) out[j * rows + i] = values[i * columns + j] as number;
  return { shape: [columns, rows], values: out };
}

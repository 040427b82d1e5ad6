import * as tf from '@tensorflow/tfjs-core';
import type { Packed, Tensors } from '../engine/program.js';
import { randomFrom } from '../random/random.js';

/** Kernels that stay while a product of two thin matrices is learnt beside each (LoRA, Hu 2022). */
export interface LowRank {
  readonly kernels: readonly string[];
  /** Columns of the first matrix and rows of the second. */
  readonly rank: number;
  readonly seed: number;
}

type Arrays = Readonly<Record<string, Packed>>;

const [DOWN, UP] = [':down', ':up'];
/** What products are multiplied by: thin matrices then move a kernel about as fast as its own gradient would. */
const SCALE = 4;

/** [inputs, rank], drawn, and [rank, outputs], zero, of each kernel that is wider than the rank both ways: at first nothing is added. */
export function thinArrays(arrays: Arrays, { kernels, rank, seed }: LowRank): Record<string, Packed> {
  const random = randomFrom(seed);
  return Object.fromEntries(
    kernels.flatMap((name): [string, Packed][] => {
      const { shape } = arrays[name] as Packed;
      const outputs = shape.at(-1) as number;
      const inputs = shape.slice(0, -1).reduce((product, size) => product * size, 1);
      if (Math.min(inputs, outputs) <= rank) return [];
      const limit = Math.sqrt(3 / inputs);
      const drawn = Float32Array.from({ length: inputs * rank }, () => (2 * random.uniform() - 1) * limit);
      return [
        [`${name}${DOWN}`, { shape: [inputs, rank], values: drawn }],
        [`${name}${UP}`, { shape: [rank, outputs], values: new Float32Array(rank * outputs) }],
      ];
    }),
  );
}

/** The arrays of a network out of those of its training: each kernel with its product added. Differentiable. */
export function withProducts(arrays: Tensors): Tensors {
  const whole = { ...arrays };
  for (const name of kernelsOf(arrays)) {
    const kernel = arrays[name] as tf.Tensor;
    const [down, up] = [arrays[`${name}${DOWN}`] as tf.Tensor, arrays[`${name}${UP}`] as tf.Tensor];
    whole[name] = tf.add(kernel, tf.reshape(tf.mul(tf.matMul(down, up), SCALE), kernel.shape));
  }
  return whole;
}

/** The same of stored arrays, without the thin ones. */
export function withProductsAdded(arrays: Arrays): Record<string, Packed> {
  const whole = Object.fromEntries(
    Object.entries(arrays).filter(([name]) => !name.endsWith(DOWN) && !name.endsWith(UP)),
  );
  for (const name of kernelsOf(arrays)) {
    const [kernel, down, up] = ['', DOWN, UP].map((end) => arrays[`${name}${end}`] as Packed) as [
      Packed,
      Packed,
      Packed,
    ];
    const [rank, outputs] = up.shape as [number, number];
    const values = Float32Array.from(kernel.values, (value, at) => {
      const [row, column] = [Math.floor(at / outputs), at % outputs];
      let sum = 0;
      for (let i = 0; i < rank; i++)
        sum += (down.values[row * rank + i] as number) * (up.values[i * outputs + column] as number);
      return value + SCALE * sum;
    });
    whole[name] = { shape: kernel.shape, values };
  }
  return whole;
}

const kernelsOf = (arrays: object): string[] =>
  Object.keys(arrays).flatMap((name) => (name.endsWith(UP) ? [name.slice(0, -UP.length)] : []));

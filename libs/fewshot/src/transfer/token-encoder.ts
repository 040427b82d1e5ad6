import * as tf from '@tensorflow/tfjs-core';
import type { Packed } from '../engine/program.js';
import { weightsOf } from '../meta/backbone.js';
import { tensors } from '../meta/meta-program.js';
import { forward } from '../networks/forward.js';
import type { Network } from '../networks/layer.js';

/** The number that fills up texts of a network of tokens. */
export const paddingOf = ({ layers }: Network): number =>
  layers.find((layer) => layer.kind === 'embedding')?.filled ??
  layers.find((layer) => layer.kind === 'attention')?.padding ??
  layers.find((layer) => layer.kind === 'meanTokens')?.padding ??
  0;

/** Rows of numbers of tokens → [rows, dim]. */
export interface TokenEncoder {
  encode(rows: readonly ArrayLike<number>[]): Packed;
  /** The same of rows that are filled up to one length, [rows, length]. */
  encodePacked(x: Packed): Packed;
  dispose(): void;
}

/** Texts of one batch, and how many tokens they have with what they are filled up with: memory and attention grow with them. */
const MOST_TEXTS = 32;
const MOST_TOKENS = 1024;

/** Whether a network takes numbers of tokens. */
export const takesTokens = ({ layers }: Network): boolean => layers[0]?.kind === 'embedding';

/**
 * A network of tokens made ready. Texts of like length share a batch, which is as wide as its longest, so that next to no padding is
 * computed; as widths vary, nothing is recorded.
 */
export function tokenEncoder(network: Network, weights: Readonly<Record<string, Packed>>): TokenEncoder {
  const { parameters, state } = weightsOf(network, weights);
  const arrays = tensors({ ...parameters, ...state });
  const padding = paddingOf(network);
  const unfilled = ({ shape: [count = 0, length = 0], values }: Packed): ArrayLike<number>[] =>
    Array.from({ length: count }, (_, i) => {
      const row = values.subarray(i * length, (i + 1) * length);
      return row.subarray(0, row.findLastIndex((token) => token !== padding) + 1);
    });
  const pass = (batch: readonly ArrayLike<number>[]): Packed => {
    const length = Math.max(1, ...batch.map((row) => row.length));
    const x = new Float32Array(batch.length * length).fill(padding);
    for (const [i, row] of batch.entries()) x.set(row, i * length);
    const run = { ...network, inputShape: [length] };
    const features = tf.tidy(() => {
      const { output } = forward(run, arrays, arrays, tf.tensor2d(x, [batch.length, length]), {
        training: false,
      });
      return tf.reshape(output, [batch.length, -1]);
    });
    const values = features.dataSync() as Float32Array;
    features.dispose();
    return { shape: features.shape, values };
  };
  const encode = (rows: readonly ArrayLike<number>[]): Packed => {
    const order = [...rows.keys()].sort((a, b) => rows[a]!.length - rows[b]!.length);
    let [all, dim] = [new Float32Array(), 0];
    for (let from = 0; from < order.length; ) {
      const chosen = batchOf(order, from, rows);
      const { shape, values } = pass(chosen.map((i) => rows[i]!));
      if (dim === 0) {
        dim = shape[1] as number;
        all = new Float32Array(rows.length * dim);
      }
      for (const [k, i] of chosen.entries())
        all.set(values.subarray(k * dim, (k + 1) * dim) as Float32Array, i * dim);
      from += chosen.length;
    }
    return { shape: [rows.length, dim], values: all };
  };
  return {
    encode,
    encodePacked: (x) => encode(unfilled(x)),
    dispose: () => tf.dispose(Object.values(arrays)),
  };
}

/** The next texts of an order by length that make a batch: at least one. */
function batchOf(
  order: readonly number[],
  from: number,
  rows: readonly ArrayLike<number>[],
): readonly number[] {
  let count = 1;
  const tokens = () => (count + 1) * (rows[order[from + count] ?? -1]?.length ?? Number.POSITIVE_INFINITY);
  while (count < MOST_TEXTS && tokens() <= MOST_TOKENS) count++;
  return order.slice(from, from + count);
}

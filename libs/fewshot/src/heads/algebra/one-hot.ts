import type { Support } from '../head.js';
import { type Matrix, matrix } from './matrix.js';

/** [n, ways]: the value of its class where an example is of it, else 0. */
export function oneHot({ labels, ways }: Support, value: (k: number) => number): Matrix {
  const out = matrix(labels.length, ways);
  for (const [i, k] of labels.entries()) out.values[i * ways + k] = value(k);
  return out;
}

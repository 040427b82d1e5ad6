import { dot, type Matrix, matrix, plusRow, rowOf, rowProducts } from './algebra/matrix.js';

/** A linear head: scores x·w_k + b_k. Row k of `weights` [ways, dim] belongs to class k. */
export interface LinearHead {
  readonly kind: 'LINEAR';
  readonly weights: Matrix;
  readonly bias: Float64Array;
}
/** A head that keeps its support set. */
export interface ScoringHead {
  readonly kind: 'SCORING';
  /** [n, dim] → [n, ways] */
  scores(queries: Matrix): Matrix;
}
export type Head = LinearHead | ScoringHead;

/** [n, dim] features and [n] labels in 0…ways−1. */
export interface Support {
  readonly features: Matrix;
  readonly labels: Int32Array;
  readonly ways: number;
}

/** [ways] how many examples each class has. */
export function classCounts({ labels, ways }: Pick<Support, 'labels' | 'ways'>): Float64Array {
  const counts = new Float64Array(ways);
  for (const k of labels) counts[k] = (counts[k] as number) + 1;
  return counts;
}

/** [n, ways] 1 of an example's own class, −1 of all others. */
export function signTargets({ labels, ways }: Support): Matrix {
  const out = matrix(labels.length, ways, new Float64Array(labels.length * ways).fill(-1));
  for (const [i, k] of labels.entries()) out.values[i * ways + k] = 1;
  return out;
}

/** [n, dim] → [n, ways] class scores; the larger, the likelier. */
export function headScores(head: Head, queries: Matrix): Matrix {
  if (head.kind === 'SCORING') return head.scores(queries);
  return plusRow(rowProducts(queries, head.weights), head.bias);
}

/** A head for features from which `offset` was subtracted, as one for the features themselves: the same scores. */
export function uncentred(head: LinearHead, offset: Float64Array): LinearHead {
  return { ...head, bias: head.bias.map((b, k) => b - dot(offset, rowOf(head.weights, k))) };
}

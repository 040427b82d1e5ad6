import * as tf from '@tensorflow/tfjs-core';
import { type Matrix, rowProducts, rowsOf } from '../heads/algebra/matrix.js';
import { unitLength } from '../heads/transforms/transforms.js';

/** Two examples that are the same, or nearly. */
export interface Duplicate {
  readonly row: number;
  readonly other: number;
  /** Cosine of their features; 1 for the same content. */
  readonly similarity: number;
  readonly exact: boolean;
}

export interface DuplicatesFound {
  readonly pairs: readonly Duplicate[];
  /** [n] the first row of the set of copies that an example belongs to; its own number where it has no copy. */
  readonly groups: Int32Array;
  /** Cosine from which two examples count as nearly the same; null where the data leave none. */
  readonly threshold: number | null;
}

const BLOCK = 512;
/** The square root of what single precision cannot tell from nothing. */
const SMALLEST = 3e-4;

/**
 * Features [n, dim] and a hash of each example's content → copies. The same hash is an exact copy. Near copies are closer than
 * data of this kind ever are otherwise: below the lower outer fence, Q₁ − 3 (Q₃ − Q₁) (Tukey 1977), of the logarithms of all
 * examples' distances to their nearest neighbours, distances of unit-length features.
 */
export function findDuplicates(features: Matrix, hashes: readonly string[]): DuplicatesFound {
  const n = features.rows;
  const parents = Int32Array.from({ length: n }, (_, row) => row);
  const first = new Map<string, number>();
  const pairs: Duplicate[] = [];
  for (const [row, hash] of hashes.entries()) {
    const other = first.get(hash);
    if (other === undefined) first.set(hash, row);
    else {
      pairs.push({ row, other, similarity: 1, exact: true });
      join(parents, row, other);
    }
  }
  const kept = Int32Array.from(first.values());
  const units = unitLength(rowsOf(features, kept));
  const cosines = nearestCosines(units);
  const fence = lowerFence(cosines.map((cosine) => Math.log(distanceOf(cosine))));
  const threshold = fence === undefined ? null : 1 - Math.exp(2 * fence) / 2;
  if (threshold !== null) {
    const close = [...kept.keys()].filter((i) => (cosines[i] as number) >= threshold);
    const products = rowProducts(rowsOf(units, close), rowsOf(units, close));
    for (const [a, at] of close.entries())
      for (let b = 0; b < a; b++) {
        const similarity = products.values[a * close.length + b] as number;
        if (similarity < threshold) continue;
        const [row, other] = [kept[at] as number, kept[close[b] as number] as number];
        pairs.push({ row, other, similarity: Math.min(1, similarity), exact: false });
        join(parents, row, other);
      }
  }
  return { pairs, threshold, groups: parents.map((_, row) => rootOf(parents, row)) };
}

const distanceOf = (cosine: number): number => Math.max(SMALLEST, Math.sqrt(Math.max(0, 2 - 2 * cosine)));

/** [n] the largest cosine of each unit-length row with another one. */
function nearestCosines(units: Matrix): Float64Array {
  const { rows, columns } = units;
  const out = new Float64Array(rows);
  const all = tf.tensor2d(Float32Array.from(units.values), [rows, columns]);
  for (let from = 0; from < rows; from += BLOCK) {
    const size = Math.min(BLOCK, rows - from);
    const found = tf.tidy(() => {
      const products = tf.matMul(tf.slice(all, [from, 0], [size, columns]), all, false, true);
      const own = tf.oneHot(tf.range(from, from + size, 1, 'int32') as tf.Tensor1D, rows, 3, 0, 'float32');
      return tf.max(tf.sub(products, own), 1);
    });
    out.set(found.dataSync(), from);
    found.dispose();
  }
  all.dispose();
  return out;
}

/** Undefined with fewer than 8 values, or where half of them are the same. */
function lowerFence(values: Float64Array): number | undefined {
  if (values.length < 8) return undefined;
  const sorted = values.slice().sort();
  const quartile = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  const [low, high] = [quartile(0.25), quartile(0.75)];
  return high > low ? low - 3 * (high - low) : undefined;
}

function rootOf(parents: Int32Array, row: number): number {
  let at = row;
  while (parents[at] !== at) at = parents[at] as number;
  return at;
}

function join(parents: Int32Array, a: number, b: number): void {
  const [one, two] = [rootOf(parents, a), rootOf(parents, b)];
  parents[Math.max(one, two)] = Math.min(one, two);
}

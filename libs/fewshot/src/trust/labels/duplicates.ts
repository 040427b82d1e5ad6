import { type Matrix, rowsOf } from '../../heads/algebra/matrix.js';
import { unitLength } from '../../heads/transforms/transforms.js';
import { randomFrom, shuffled } from '../../random/random.js';
import { closePairs, nearestCosines } from './close-pairs.js';

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

/** Examples whose nearest neighbours say how close examples are as a rule, at most. */
const MOST_SAMPLED = 2048;
/** The square root of what single precision cannot tell from nothing. */
const SMALLEST = 3e-4;

/**
 * Features [n, dim] and a hash of each example's content → copies. The same hash is an exact copy. Near copies are closer than
 * data of this kind ever are otherwise: below the lower outer fence, Q₁ − 3 (Q₃ − Q₁) (Tukey 1977), of the logarithms of the
 * distances of at most 2,048 examples to their nearest neighbours, distances of unit-length features.
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
  const kept = shuffled([...first.values()], randomFrom(MOST_SAMPLED));
  const units = unitLength(rowsOf(features, kept));
  const cosines = nearestCosines(units, Math.min(kept.length, MOST_SAMPLED));
  const fence = lowerFence(cosines.map((cosine) => Math.log(distanceOf(cosine))));
  const threshold = fence === undefined ? null : 1 - Math.exp(2 * fence) / 2;
  const near = (threshold === null ? [] : closePairs(units, threshold)).map(({ between, cosine }) => {
    const [a, b] = between.map((i) => kept[i] as number) as [number, number];
    return { row: Math.max(a, b), other: Math.min(a, b), similarity: Math.min(1, cosine), exact: false };
  });
  for (const { row, other } of near) join(parents, row, other);
  pairs.push(...near.sort((a, b) => a.row - b.row || a.other - b.other));
  return { pairs, threshold, groups: parents.map((_, row) => rootOf(parents, row)) };
}

const distanceOf = (cosine: number): number => Math.max(SMALLEST, Math.sqrt(Math.max(0, 2 - 2 * cosine)));

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

import type { Random } from '../random/random.js';
import { randomFrom } from '../random/random.js';
import { classCounts, type ScoringHead, type Support } from './head.js';
import { type Matrix, matrix, rowOf } from './matrix.js';

/**
 * How a forest differs from tree to tree: RANDOM fits each on a bootstrap sample with the best threshold of a feature
 * (Breiman 2001); EXTRA fits each on everything with a threshold drawn between a feature's extremes (Geurts 2006).
 */
export type ForestKind = 'RANDOM' | 'EXTRA';

/** Leaves hold class shares; the others send x[feature] ≤ threshold to `low`. */
type Node =
  | { readonly shares: Float64Array }
  | { readonly feature: number; readonly threshold: number; readonly low: Node; readonly high: Node };

export interface ForestSize {
  /** 100 where nothing is said. */
  readonly trees?: number;
  /** How many of the features that vary are tried at a split, drawn at random; √dim where nothing is said. */
  readonly tried?: number;
}

/**
 * A forest of trees grown until leaves are pure, by Gini impurity; scores are class shares averaged over trees and sum to
 * 1. Classes weigh the same however many examples they have. The seed decides all.
 */
export function forest(
  support: Support,
  kind: ForestKind,
  seed: number,
  { trees = 100, tried = Math.ceil(Math.sqrt(support.features.columns)) }: ForestSize = {},
): ScoringHead {
  const random = randomFrom(seed);
  const weights = classWeights(support);
  const places = placesInColumns(support.features);
  const all = Int32Array.from(support.labels.keys());
  const grown = Array.from({ length: trees }, () => {
    const rows = kind === 'EXTRA' ? all : all.map(() => random.below(all.length));
    return grow({ support, weights, places, kind, tried, random }, rows);
  });
  return {
    kind: 'SCORING',
    scores(queries) {
      const out = matrix(queries.rows, support.ways);
      for (let i = 0; i < queries.rows; i++) {
        const row = rowOf(out, i);
        for (const tree of grown)
          for (const [k, share] of leafOf(tree, rowOf(queries, i)).entries())
            row[k] = (row[k] as number) + share / trees;
      }
      return out;
    },
  };
}

interface Growing {
  readonly support: Support;
  readonly weights: Float64Array;
  /** [dim, n] the place of each value among those of its column; equal values share one. */
  readonly places: Int32Array;
  readonly kind: ForestKind;
  readonly tried: number;
  readonly random: Random;
}

function grow(growing: Growing, rows: Int32Array): Node {
  const split = isPure(growing.support, rows) ? undefined : bestSplit(growing, rows);
  if (!split) return { shares: sharesOf(growing, rows) };
  const { feature, threshold } = split;
  const isLow = (row: number): boolean => valueAt(growing.support.features, row, feature) <= threshold;
  const low = grow(
    growing,
    rows.filter((row) => isLow(row)),
  );
  const high = grow(
    growing,
    rows.filter((row) => !isLow(row)),
  );
  return { feature, threshold, low, high };
}

/** Of some features that vary, drawn at random, the split with the least impurity; undefined where none varies. */
function bestSplit(growing: Growing, rows: Int32Array) {
  const { support, kind, random } = growing;
  const dim = support.features.columns;
  const order = Int32Array.from({ length: dim }, (_, j) => j);
  let best: { feature: number; threshold: number; impurity: number } | undefined;
  let tried = 0;
  for (let at = 0; at < dim && tried < growing.tried; at++) {
    const other = at + random.below(dim - at);
    const feature = order[other] as number;
    order[other] = order[at] as number;
    const value = (row: number): number => valueAt(support.features, row, feature);
    const sorted = sortedBy(growing, feature, rows);
    const [least, most] = [value(sorted[0] as number), value(sorted.at(-1) as number)];
    if (least === most) continue;
    tried++;
    const wanted = kind === 'EXTRA' ? least + random.uniform() * (most - least) : undefined;
    const found = bestThreshold(growing, sorted, value, wanted);
    if (!best || found.impurity < best.impurity) best = { feature, ...found };
  }
  return best;
}

/** Sorting numbers that hold place and row together is many times faster than comparing rows by a function. */
function sortedBy({ places, support }: Growing, feature: number, rows: Int32Array): Int32Array {
  const n = support.features.rows;
  const keys = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++)
    keys[i] = (places[feature * n + (rows[i] as number)] as number) * n + (rows[i] as number);
  keys.sort();
  return Int32Array.from(keys, (key) => key % n);
}

function placesInColumns({ rows: n, columns, values }: Matrix): Int32Array {
  const places = new Int32Array(n * columns);
  for (let j = 0; j < columns; j++) {
    const column = Float64Array.from({ length: n }, (_, i) => values[i * columns + j] as number);
    const order = Int32Array.from({ length: n }, (_, i) => i).sort(
      (a, b) => (column[a] as number) - (column[b] as number),
    );
    let place = 0;
    for (let i = 0; i < n; i++) {
      const [row, before] = [order[i] as number, order[i - 1] ?? -1];
      if (i > 0 && column[row] !== column[before]) place++;
      places[j * n + row] = place;
    }
  }
  return places;
}

const valueAt = (m: Matrix, row: number, feature: number): number =>
  m.values[row * m.columns + feature] as number;

/**
 * The threshold with the least Gini impurity of both sides, each times its weight: half-way between neighbouring values of
 * the sorted rows, or, where one is wanted, that one.
 */
function bestThreshold(
  { support, weights }: Growing,
  sorted: Int32Array,
  value: (row: number) => number,
  wanted: number | undefined,
): { threshold: number; impurity: number } {
  const [low, high] = [new Float64Array(support.ways), new Float64Array(support.ways)];
  const weightOf = (row: number): number => weights[support.labels[row] as number] as number;
  const move = (side: Float64Array, row: number, weight: number): void => {
    const k = support.labels[row] as number;
    side[k] = (side[k] as number) + weight;
  };
  for (const row of sorted) move(high, row, weightOf(row));
  let best = { threshold: Number.NaN, impurity: Number.POSITIVE_INFINITY };
  for (let i = 1; i < sorted.length; i++) {
    const [before, after] = [sorted[i - 1] as number, sorted[i] as number];
    move(low, before, weightOf(before));
    move(high, before, -weightOf(before));
    const [from, to] = [value(before), value(after)];
    if (from === to || (wanted !== undefined && to <= wanted)) continue;
    const impurity = giniTimesWeight(low) + giniTimesWeight(high);
    const threshold = wanted ?? from + (to - from) / 2;
    if (impurity < best.impurity) best = { threshold, impurity };
    if (wanted !== undefined) break;
  }
  return best;
}

function giniTimesWeight(counts: Float64Array): number {
  let [total, squares] = [0, 0];
  for (const count of counts) {
    total += count;
    squares += count * count;
  }
  return total > 1e-12 ? total - squares / total : 0;
}

const isPure = ({ labels }: Support, rows: Int32Array): boolean =>
  rows.every((row) => labels[row] === labels[rows[0] as number]);

function sharesOf({ support, weights }: Growing, rows: Int32Array): Float64Array {
  const shares = new Float64Array(support.ways);
  for (const row of rows) {
    const k = support.labels[row] as number;
    shares[k] = (shares[k] as number) + (weights[k] as number);
  }
  const total = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / total);
}

const classWeights = (support: Support): Float64Array =>
  classCounts(support).map((count) => (count > 0 ? 1 / count : 0));

function leafOf(tree: Node, x: Float64Array): Float64Array {
  let node = tree;
  while (!('shares' in node)) node = (x[node.feature] as number) <= node.threshold ? node.low : node.high;
  return node.shares;
}

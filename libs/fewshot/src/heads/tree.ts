import type { Random } from '../random/random.js';
import type { Binned } from './binned.js';
import type { Support } from './head.js';

/** A tree as lists: node 0 is the root, a node without a feature (−1) is a leaf. */
export interface Tree {
  readonly features: Int32Array;
  /** x[feature] ≤ threshold goes to `low`. */
  readonly thresholds: Float64Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** [nodes · ways] class shares of leaves. */
  readonly shares: Float64Array;
}

export interface Growing {
  readonly support: Support;
  readonly weights: Float64Array;
  readonly bins: Binned;
  /** The best threshold of each feature, or one that is drawn. */
  readonly drawn: boolean;
  readonly tried: number;
  readonly random: Random;
}

interface Split {
  readonly feature: number;
  readonly threshold: number;
  readonly impurity: number;
}

/** Grows a tree on these rows, some of them perhaps several times, until leaves are pure or nothing varies. */
export function growTree(growing: Growing, rows: Int32Array): Tree {
  const { support } = growing;
  const { features, labels, ways } = support;
  const sorter = thresholdFinder(growing, rows.length);
  const scratch = new Int32Array(rows.length);
  const nodes = {
    features: [] as number[],
    thresholds: [] as number[],
    low: [] as number[],
    high: [] as number[],
  };
  const shares: number[] = [];

  const newNode = (): number => {
    nodes.thresholds.push(0);
    nodes.low.push(-1);
    nodes.high.push(-1);
    for (let k = 0; k < ways; k++) shares.push(0);
    return nodes.features.push(-1) - 1;
  };
  const grow = (from: number, to: number): number => {
    const node = newNode();
    const split = isPure(labels, rows, from, to) ? undefined : bestSplit(growing, sorter, rows, from, to);
    if (!split) {
      leaf(growing, rows, from, to, shares, node * ways);
      return node;
    }
    const middle = partition(features, split, rows, from, to, scratch);
    nodes.features[node] = split.feature;
    nodes.thresholds[node] = split.threshold;
    nodes.low[node] = grow(from, middle);
    nodes.high[node] = grow(middle, to);
    return node;
  };
  grow(0, rows.length);
  return {
    features: Int32Array.from(nodes.features),
    thresholds: Float64Array.from(nodes.thresholds),
    low: Int32Array.from(nodes.low),
    high: Int32Array.from(nodes.high),
    shares: Float64Array.from(shares),
  };
}

function isPure(labels: Int32Array, rows: Int32Array, from: number, to: number): boolean {
  const first = labels[rows[from] as number];
  for (let i = from + 1; i < to; i++) if (labels[rows[i] as number] !== first) return false;
  return true;
}

/** Of some features that vary, drawn at random, the split with the least impurity; undefined where none varies. */
function bestSplit(
  growing: Growing,
  find: ThresholdFinder,
  rows: Int32Array,
  from: number,
  to: number,
): Split | undefined {
  const { support, drawn, random } = growing;
  const dim = support.features.columns;
  const order = Int32Array.from({ length: dim }, (_, j) => j);
  let best: Split | undefined;
  let tried = 0;
  for (let at = 0; at < dim && tried < growing.tried; at++) {
    const other = at + random.below(dim - at);
    const feature = order[other] as number;
    order[other] = order[at] as number;
    const [least, most] = rangeOf(support, feature, rows, from, to);
    if (least === most) continue;
    tried++;
    const wanted = drawn ? least + random.uniform() * (most - least) : undefined;
    const found = find(feature, rows, from, to, wanted);
    if (!best || found.impurity < best.impurity) best = { feature, ...found };
  }
  return best;
}

function rangeOf({ features }: Support, feature: number, rows: Int32Array, from: number, to: number) {
  const { values, columns } = features;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = from; i < to; i++) {
    const value = values[(rows[i] as number) * columns + feature] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most] as const;
}

type ThresholdFinder = (
  feature: number,
  rows: Int32Array,
  from: number,
  to: number,
  wanted: number | undefined,
) => { threshold: number; impurity: number };

/** Finds the threshold with the least Gini impurity of both sides, each times its weight, or rates the one that is wanted. */
function thresholdFinder({ support, weights, bins }: Growing, most: number): ThresholdFinder {
  const { features, labels, ways } = support;
  const n = features.rows;
  const [low, high] = [new Float64Array(ways), new Float64Array(ways)];
  const counts = new Int32Array(1 + bins.least.reduce((top, { length }) => Math.max(top, length), 0));
  const sorted = new Int32Array(most);

  const rate = (feature: number, rows: Int32Array, from: number, to: number, threshold: number): number => {
    low.fill(0);
    high.fill(0);
    for (let i = from; i < to; i++) {
      const row = rows[i] as number;
      const k = labels[row] as number;
      const side = (features.values[row * features.columns + feature] as number) <= threshold ? low : high;
      side[k] = (side[k] as number) + (weights[k] as number);
    }
    return gini(low) + gini(high);
  };

  /** Rows by their bins, in `sorted`. */
  const sort = (codes: Uint16Array, rows: Int32Array, from: number, to: number, size: number): void => {
    counts.fill(0, 0, size + 1);
    for (let i = from; i < to; i++) {
      const code = (codes[rows[i] as number] as number) + 1;
      counts[code] = (counts[code] as number) + 1;
    }
    for (let b = 1; b <= size; b++) counts[b] = (counts[b] as number) + (counts[b - 1] as number);
    for (let i = from; i < to; i++) {
      const code = codes[rows[i] as number] as number;
      const place = counts[code] as number;
      sorted[place] = rows[i] as number;
      counts[code] = place + 1;
    }
  };

  return (feature, rows, from, to, wanted) => {
    if (wanted !== undefined) return { threshold: wanted, impurity: rate(feature, rows, from, to, wanted) };
    const codes = bins.codes.subarray(feature * n, (feature + 1) * n);
    const [least, largest] = [bins.least[feature] as Float64Array, bins.largest[feature] as Float64Array];
    sort(codes, rows, from, to, least.length);
    low.fill(0);
    high.fill(0);
    for (let i = 0; i < to - from; i++) {
      const k = labels[sorted[i] as number] as number;
      high[k] = (high[k] as number) + (weights[k] as number);
    }
    let [lowTotal, highTotal, lowSquares, highSquares] = [0, 0, 0, 0];
    for (const weight of high) {
      highTotal += weight;
      highSquares += weight * weight;
    }
    let best = { threshold: Number.NaN, impurity: Number.POSITIVE_INFINITY };
    for (let i = 1; i < to - from; i++) {
      const before = sorted[i - 1] as number;
      const k = labels[before] as number;
      const weight = weights[k] as number;
      lowTotal += weight;
      lowSquares += weight * (2 * (low[k] as number) + weight);
      low[k] = (low[k] as number) + weight;
      highTotal -= weight;
      highSquares -= weight * (2 * (high[k] as number) - weight);
      high[k] = (high[k] as number) - weight;
      const [bin, next] = [codes[before] as number, codes[sorted[i] as number] as number];
      if (bin === next) continue;
      const impurity = lowTotal - lowSquares / lowTotal + highTotal - highSquares / highTotal;
      if (impurity >= best.impurity) continue;
      const [end, start] = [largest[bin] as number, least[next] as number];
      best = { threshold: end + (start - end) / 2, impurity };
    }
    // A single bin holds values that differ.
    if (Number.isNaN(best.threshold)) {
      const [first, last] = rangeOf(support, feature, rows, from, to);
      const threshold = first + (last - first) / 2;
      return { threshold, impurity: rate(feature, rows, from, to, threshold) };
    }
    return best;
  };
}

function gini(counts: Float64Array): number {
  let [total, squares] = [0, 0];
  for (const count of counts) {
    total += count;
    squares += count * count;
  }
  return total > 1e-12 ? total - squares / total : 0;
}

/** Rows of the low side first, both in the order that they had; gives where the high side begins. */
function partition(
  { values, columns }: Support['features'],
  { feature, threshold }: Split,
  rows: Int32Array,
  from: number,
  to: number,
  scratch: Int32Array,
): number {
  let [at, kept] = [from, 0];
  for (let i = from; i < to; i++) {
    const row = rows[i] as number;
    if ((values[row * columns + feature] as number) <= threshold) rows[at++] = row;
    else scratch[kept++] = row;
  }
  rows.set(scratch.subarray(0, kept), at);
  return at;
}

function leaf(
  { support, weights }: Growing,
  rows: Int32Array,
  from: number,
  to: number,
  shares: number[],
  at: number,
): void {
  let total = 0;
  for (let i = from; i < to; i++) {
    const k = support.labels[rows[i] as number] as number;
    shares[at + k] = (shares[at + k] as number) + (weights[k] as number);
    total += weights[k] as number;
  }
  for (let k = 0; k < support.ways; k++) shares[at + k] = (shares[at + k] as number) / total;
}

import type { Random } from '../../random/random.js';
import type { Support } from '../head.js';
import type { Binned } from './binned.js';
import { rangeOf, type ThresholdFinder, thresholdFinder } from './split-threshold.js';

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

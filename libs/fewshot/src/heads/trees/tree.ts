import type { Random } from '../../random/random.js';
import type { Binned } from './binned.js';
import { bestThreshold, type Found, thresholdAt } from './split-threshold.js';

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

/** What the trees of a forest have in common. */
export interface Growing {
  /** Of each feature, its value in each example. */
  readonly columns: readonly Float64Array[];
  readonly labels: Int32Array;
  readonly ways: number;
  /** [ways] what an example of the class counts. */
  readonly weights: Float64Array;
  /** With them the best threshold of a feature is taken, else one that is drawn. */
  readonly bins?: Binned;
  readonly tried: number;
  readonly random: Random;
}

/**
 * The examples of a tree, some of them perhaps several times. A node has those from a place on, class after class: its counts say where
 * each class begins.
 */
export interface Grown {
  readonly rows: Int32Array;
  /** [nodes · ways] */
  readonly counts: Int32Array;
}

interface Split extends Found {
  readonly feature: number;
}

/** Grows a tree on these rows until leaves are pure or nothing varies. */
export function growTree(growing: Growing, drawn: Int32Array): Tree {
  const { labels, ways, columns, weights } = growing;
  const most = 2 * drawn.length - 1;
  const grown = { rows: byClass(drawn, labels, ways), counts: new Int32Array(most * ways) };
  const { counts } = grown;
  const [features, low, high] = [leaves(most), leaves(most), leaves(most)];
  const thresholds = new Float64Array(most);
  const bestSplit = splitter(growing, grown);
  const divide = divider(grown, ways);
  for (const row of drawn) counts[labels[row] as number] = (counts[labels[row] as number] as number) + 1;

  let nodes = 1;
  const grow = (node: number, from: number): void => {
    const at = node * ways;
    const split = isPure(counts, at, ways) ? undefined : bestSplit(from, at);
    if (!split) return;
    const below = nodes;
    const above = nodes + 1;
    nodes += 2;
    features[node] = split.feature;
    thresholds[node] = split.threshold;
    low[node] = below;
    high[node] = above;
    const middle = divide(columns[split.feature] as Float64Array, split.threshold, from, {
      at,
      below: below * ways,
      above: above * ways,
    });
    grow(below, from);
    grow(above, middle);
  };
  grow(0, 0);
  return {
    features: features.slice(0, nodes),
    thresholds: thresholds.slice(0, nodes),
    low: low.slice(0, nodes),
    high: high.slice(0, nodes),
    shares: leafShares(counts, features.subarray(0, nodes), weights),
  };
}

const leaves = (most: number): Int32Array => new Int32Array(most).fill(-1);

function byClass(rows: Int32Array, labels: Int32Array, ways: number): Int32Array {
  const places = new Int32Array(ways + 1);
  for (const row of rows) {
    const next = (labels[row] as number) + 1;
    places[next] = (places[next] as number) + 1;
  }
  for (let k = 0; k < ways; k++) places[k + 1] = (places[k + 1] as number) + (places[k] as number);
  const out = new Int32Array(rows.length);
  for (const row of rows) {
    const k = labels[row] as number;
    const place = places[k] as number;
    out[place] = row;
    places[k] = place + 1;
  }
  return out;
}

/** Whether examples of at most one class are counted there. */
function isPure(counts: Int32Array, at: number, ways: number): boolean {
  let classes = 0;
  for (let k = at; k < at + ways; k++) if ((counts[k] as number) > 0) classes++;
  return classes < 2;
}

/** [nodes · ways] of leaves, each example weighed as its class. */
function leafShares(counts: Int32Array, features: Int32Array, weights: Float64Array): Float64Array {
  const ways = weights.length;
  const shares = new Float64Array(features.length * ways);
  for (let node = 0, at = 0; node < features.length; node++, at += ways) {
    if ((features[node] as number) >= 0) continue;
    let total = 0;
    for (let k = 0; k < ways; k++) total += (weights[k] as number) * (counts[at + k] as number);
    for (let k = 0; k < ways; k++)
      shares[at + k] = ((weights[k] as number) * (counts[at + k] as number)) / total;
  }
  return shares;
}

/** A split of less impurity than this share of the weight is as pure as can be. */
const PURE = 1e-12;

/** Of some features that vary, drawn at random, finds the split with the least impurity; undefined where none varies. */
function splitter(growing: Growing, grown: Grown) {
  const { bins, random, tried } = growing;
  const find = bins ? bestThreshold(growing, grown, bins) : thresholdAt(growing, grown, random.uniform);
  const dim = growing.columns.length;
  const order = Int32Array.from({ length: dim }, (_, j) => j);
  return (from: number, at: number): Split | undefined => {
    let best: Split | undefined;
    let left = tried;
    for (let place = 0; place < dim && left > 0; place++) {
      const other = place + random.below(dim - place);
      const feature = order[other] as number;
      order[other] = order[place] as number;
      order[place] = feature;
      const found = find(feature, from, at);
      if (!found) continue;
      left--;
      if (best && found.impurity >= best.impurity) continue;
      best = { feature, threshold: found.threshold, impurity: found.impurity };
      if (found.impurity <= PURE) break;
    }
    return best;
  };
}

interface Parts {
  /** Where the counts of the node, of its low and of its high side are. */
  readonly at: number;
  readonly below: number;
  readonly above: number;
}

/** Puts rows of the low side first, each side class after class, and counts both; gives where the high side begins. */
function divider({ rows, counts }: Grown, ways: number) {
  const later = new Int32Array(rows.length);
  return (column: Float64Array, threshold: number, from: number, { at, below, above }: Parts): number => {
    let place = from;
    let kept = 0;
    let i = from;
    for (let k = 0; k < ways; k++) {
      const own = counts[at + k] as number;
      const begin = place;
      for (const end = i + own; i < end; i++) {
        const row = rows[i] as number;
        if ((column[row] as number) <= threshold) rows[place++] = row;
        else later[kept++] = row;
      }
      counts[below + k] = place - begin;
      counts[above + k] = own - (place - begin);
    }
    for (let j = 0; j < kept; j++) rows[place + j] = later[j] as number;
    return place;
  };
}

import type { Binned } from './binned.js';
import type { Growing, Grown } from './tree.js';

export interface Found {
  readonly threshold: number;
  /** Gini's, of both sides, each times its weight. */
  readonly impurity: number;
}

/**
 * A threshold of the feature in a node's examples, which begin at row `from`, its counts at `at`; undefined where the
 * feature does not vary there.
 */
type ThresholdFinder = (feature: number, from: number, at: number) => Found | undefined;

/** Takes the threshold that lies at this share of the way from the least to the largest value. */
export function thresholdAt(
  { columns, ways, weights }: Growing,
  { rows, counts }: Grown,
  share: () => number,
): ThresholdFinder {
  const values = new Float64Array(rows.length);
  return (feature, from, at) => {
    const column = columns[feature] as Float64Array;
    let n = 0;
    for (let k = 0; k < ways; k++) n += counts[at + k] as number;
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < n; i++) {
      const value = column[rows[from + i] as number] as number;
      values[i] = value;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    if (least === most) return undefined;
    const wanted = least + share() * (most - least);
    const threshold = wanted < most ? wanted : least; // rounded up, it would leave nothing above
    let lowTotal = 0;
    let lowSquares = 0;
    let highTotal = 0;
    let highSquares = 0;
    let i = 0;
    for (let k = 0; k < ways; k++) {
      const own = counts[at + k] as number;
      if (own === 0) continue;
      const low = countUpTo(threshold, values, i, i + own);
      i += own;
      const weight = weights[k] as number;
      const below = weight * low;
      const above = weight * (own - low);
      lowTotal += below;
      lowSquares += below * below;
      highTotal += above;
      highSquares += above * above;
    }
    return { threshold, impurity: lowTotal - lowSquares / lowTotal + highTotal - highSquares / highTotal };
  };
}

/** Without a branch, which would be guessed wrong half the time. */
function countUpTo(threshold: number, values: Float64Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) count += Number((values[i] as number) <= threshold);
  return count;
}

/** Finds the threshold of the least impurity, half-way between two bins; the first of equal ones. */
export function bestThreshold(growing: Growing, grown: Grown, bins: Binned): ThresholdFinder {
  const { ways, weights } = growing;
  const { counts } = grown;
  const inOrder = examplesInOrder(grown, bins, ways);
  const half = thresholdAt(growing, grown, () => 0.5);
  const [low, high] = [new Float64Array(ways), new Float64Array(ways)];
  return (feature, from, at) => {
    const { keys, times, length } = inOrder(feature, from, at);
    const [least, largest] = [bins.least[feature] as Float64Array, bins.largest[feature] as Float64Array];
    let lowTotal = 0;
    let lowSquares = 0;
    let highTotal = 0;
    let highSquares = 0;
    for (let k = 0; k < ways; k++) {
      const weight = (weights[k] as number) * (counts[at + k] as number);
      low[k] = 0;
      high[k] = weight;
      highTotal += weight;
      highSquares += weight * weight;
    }
    let threshold = Number.NaN;
    let purity = Number.NEGATIVE_INFINITY;
    const total = highTotal;
    let bin = (keys[0] as number) >> CLASS_BITS;
    for (let i = 0; i < length - 1; i++) {
      const k = (keys[i] as number) & CLASS_MASK;
      const weight = (weights[k] as number) * (times[i] as number);
      const below = low[k] as number;
      const above = high[k] as number;
      lowTotal += weight;
      lowSquares += weight * (2 * below + weight);
      low[k] = below + weight;
      highTotal -= weight;
      highSquares -= weight * (2 * above - weight);
      high[k] = above - weight;
      const next = (keys[i + 1] as number) >> CLASS_BITS;
      if (bin === next) continue;
      const found = lowSquares / lowTotal + highSquares / highTotal;
      if (found > purity) {
        const end = largest[bin] as number;
        purity = found;
        threshold = end + ((least[next] as number) - end) / 2;
      }
      bin = next;
    }
    if (purity > Number.NEGATIVE_INFINITY) return { threshold, impurity: total - purity };
    return least[bin] === largest[bin] ? undefined : half(feature, from, at);
  };
}

const CLASS_BITS = 16;
const CLASS_MASK = (1 << CLASS_BITS) - 1;
/** So many examples cost less to sort by insertion. */
const FEW = 32;
/** Counting goes through all bins and classes, each of which costs so much less than one more example to sort. */
const CHEAPER = 16;

/** A node's examples by their bins of a feature: bin and class in one number, rising, and how many have it. */
function examplesInOrder({ rows, counts }: Grown, bins: Binned, ways: number) {
  const keys = new Int32Array(rows.length);
  const times = new Int32Array(rows.length);
  const most = bins.least.reduce((top, { length }) => Math.max(top, length), 0);
  const inBin = new Int32Array(most);
  /** [bins · ways] */
  const counted = new Int32Array(most * ways);

  const sort = (codes: Uint16Array, from: number, at: number): number => {
    let length = 0;
    for (let k = 0; k < ways; k++)
      for (const end = length + (counts[at + k] as number); length < end; length++)
        keys[length] = ((codes[rows[from + length] as number] as number) << CLASS_BITS) | k;
    if (length > FEW) keys.subarray(0, length).sort();
    else
      for (let i = 1; i < length; i++) {
        const key = keys[i] as number;
        let place = i;
        for (; place > 0 && (keys[place - 1] as number) > key; place--)
          keys[place] = keys[place - 1] as number;
        keys[place] = key;
      }
    times.fill(1, 0, length);
    return length;
  };
  const count = (codes: Uint16Array, from: number, at: number, size: number): number => {
    let i = from;
    for (let k = 0; k < ways; k++)
      for (const end = i + (counts[at + k] as number); i < end; i++) {
        const code = codes[rows[i] as number] as number;
        const place = code * ways + k;
        inBin[code] = 1;
        counted[place] = (counted[place] as number) + 1;
      }
    let length = 0;
    for (let code = 0; code < size; code++) {
      if (inBin[code] === 0) continue;
      inBin[code] = 0;
      for (let k = 0, place = code * ways; k < ways; k++, place++) {
        const many = counted[place] as number;
        if (many === 0) continue;
        keys[length] = (code << CLASS_BITS) | k;
        times[length++] = many;
        counted[place] = 0;
      }
    }
    return length;
  };
  return (feature: number, from: number, at: number) => {
    const codes = bins.codes[feature] as Uint16Array;
    const size = (bins.least[feature] as Float64Array).length;
    let examples = 0;
    for (let k = 0; k < ways; k++) examples += counts[at + k] as number;
    const few = examples * CHEAPER < size * ways;
    return { keys, times, length: few ? sort(codes, from, at) : count(codes, from, at, size) };
  };
}

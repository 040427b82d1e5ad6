import type { Support } from '../head.js';
import type { Growing } from './tree.js';

/** The least and the largest value of a feature in rows[from…to−1]. */
export function rangeOf({ features }: Support, feature: number, rows: Int32Array, from: number, to: number) {
  const { values, columns } = features;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = from; i < to; i++) {
    const value = values[(rows[i] as number) * columns + feature] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most] as const;
}

export type ThresholdFinder = (
  feature: number,
  rows: Int32Array,
  from: number,
  to: number,
  wanted: number | undefined,
) => { threshold: number; impurity: number };

/** Finds the threshold with the least Gini impurity of both sides, each times its weight, or rates the one that is wanted. */
export function thresholdFinder({ support, weights, bins }: Growing, most: number): ThresholdFinder {
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

import { type Random } from '../random/random.js';
import { normalPoint, normalTail } from './distributions.js';

/** Sparse addends: item i adds `values[e]` to the sum `slots[e]` for each e in starts[i]…starts[i+1]−1. */
export interface Addends {
  readonly items: number;
  readonly slots: number;
  readonly starts: Int32Array;
  readonly slot: Int32Array;
  readonly value: Float64Array;
}

/**
 * 95 % bootstrap intervals, bias-corrected and accelerated (Efron 1987), of statistics of sums over items; the acceleration by
 * the jackknife, and 0 above 2,000 items, where it no longer matters. NaN marks a statistic that a draw does not have.
 */
export function bootstrapIntervals(
  addends: Addends,
  statistics: (sums: Float64Array) => Float64Array,
  random: Random,
  draws = 1000,
): { value: number; low: number; high: number }[] {
  const { items } = addends;
  const total = sumsOf(addends);
  const found = statistics(total);
  const drawn = Array.from({ length: draws }, () => {
    const weights = new Float64Array(items);
    for (let i = 0; i < items; i++) {
      const chosen = random.below(items);
      weights[chosen] = (weights[chosen] as number) + 1;
    }
    return statistics(sumsOf(addends, weights));
  });
  const left =
    items <= 2000 ? Array.from({ length: items }, (_, i) => statistics(without(addends, total, i))) : [];
  return Array.from(found, (value, s) => {
    const own = drawn.map((all) => all[s] as number);
    return {
      value,
      ...bcaInterval(
        value,
        own,
        left.map((all) => all[s] as number),
      ),
    };
  });
}

/** The interval from the draws of a statistic and its values with one item left out each (none: no acceleration). */
export function bcaInterval(
  value: number,
  draws: readonly number[],
  leftOut: readonly number[],
): { low: number; high: number } {
  const sorted = Float64Array.from(draws.filter((draw) => !Number.isNaN(draw))).sort();
  if (sorted.length === 0 || Number.isNaN(value)) return { low: Number.NaN, high: Number.NaN };
  const below = sorted.filter((draw) => draw < value).length;
  const same = sorted.filter((draw) => draw === value).length;
  const share = (below + same / 2) / sorted.length;
  const clipped = Math.min(1 - 0.5 / sorted.length, Math.max(0.5 / sorted.length, share));
  const bias = normalPoint(clipped);
  const acceleration = accelerationOf(leftOut.filter((one) => !Number.isNaN(one)));
  const end = (z: number): number => {
    const moved = bias + (bias + z) / (1 - acceleration * (bias + z));
    return quantile(sorted, normalTail(Math.abs(moved)) / 2, moved > 0);
  };
  return { low: end(normalPoint(0.025)), high: end(normalPoint(0.975)) };
}

function accelerationOf(leftOut: readonly number[]): number {
  if (leftOut.length === 0) return 0;
  const mean = leftOut.reduce((sum, one) => sum + one, 0) / leftOut.length;
  const [squares, cubes] = leftOut.reduce(
    ([two, three], one) => [two + (mean - one) ** 2, three + (mean - one) ** 3],
    [0, 0],
  );
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}

/** Linear interpolation between order statistics; `tail` is counted from above when `upper`. */
function quantile(sorted: Float64Array, tail: number, upper: boolean): number {
  const at = (upper ? 1 - tail : tail) * (sorted.length - 1);
  const from = Math.floor(at);
  const [a, b] = [sorted[from] as number, sorted[Math.min(sorted.length - 1, from + 1)] as number];
  return a + (at - from) * (b - a);
}

/** [slots] the sums over all items, each as often as `weights` [items] says. */
export function sumsOf({ items, slots, starts, slot, value }: Addends, weights?: Float64Array): Float64Array {
  const out = new Float64Array(slots);
  for (let i = 0; i < items; i++) {
    const weight = weights ? (weights[i] as number) : 1;
    if (weight === 0) continue;
    for (let e = starts[i] as number; e < (starts[i + 1] as number); e++)
      out[slot[e] as number] = (out[slot[e] as number] as number) + weight * (value[e] as number);
  }
  return out;
}

function without({ starts, slot, value }: Addends, total: Float64Array, item: number): Float64Array {
  const out = total.slice();
  for (let e = starts[item] as number; e < (starts[item + 1] as number); e++)
    out[slot[e] as number] = (out[slot[e] as number] as number) - (value[e] as number);
  return out;
}

/** Where values lie in a drawing: linear, or logarithmic by powers of ten. */
export type Scale = (value: number) => number;

export const linear =
  ([low, high]: readonly [number, number], [from, to]: readonly [number, number]): Scale =>
  (value) =>
    from + ((value - low) / (high - low || 1)) * (to - from);

export const logarithmic =
  ([low, high]: readonly [number, number], range: readonly [number, number]): Scale =>
  (value) =>
    linear([Math.log10(low), Math.log10(high)], range)(Math.log10(value));

/** The extent of values with a margin, within limits. */
export function extentOf(
  values: readonly number[],
  { margin = 0.08, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = {},
): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * margin;
  return [Math.max(least, low - room), Math.min(most, high + room)];
}

/** Powers of ten, and their doubles and fives where there are few, between two positive values. */
export function powerTicks(low: number, high: number): number[] {
  const [from, to] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const within = (value: number) => value >= low * 0.999 && value <= high * 1.001;
  const powers = Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
  const tens = powers.filter(within);
  return tens.length >= 3 ? tens : powers.flatMap((p) => [p, 2 * p, 5 * p]).filter(within);
}

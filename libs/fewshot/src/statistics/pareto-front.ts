/**
 * [points][criteria] → the places of those that no other is at least as good as everywhere and better somewhere. `larger`
 * says for each criterion whether more is better. A missing value (NaN) is the worst.
 */
export function paretoFront(points: readonly (readonly number[])[], larger: readonly boolean[]): number[] {
  const gains = points.map((point) =>
    point.map((value, c) => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : larger[c] ? value : -value)),
  );
  const beats = (a: readonly number[], b: readonly number[]) =>
    a.every((value, c) => value >= (b[c] as number)) && a.some((value, c) => value > (b[c] as number));
  return [...gains.keys()].filter((i) => !gains.some((other) => beats(other, gains[i] as number[])));
}

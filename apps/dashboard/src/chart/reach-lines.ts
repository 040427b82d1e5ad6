import type { Line } from './line';

/** Whether points of the line were merged, so that it has a reach to show behind it. */
export const hasReach = ({ points }: Line): boolean => points.minima !== null && points.maxima !== null;

/** For each line with a reach, its maxima and its minima as two lines: the edges of the band behind it. */
export function reachLines(lines: Line[]): Line[] {
  return lines.filter(hasReach).flatMap(({ label, colour, points: { steps, minima, maxima } }) => {
    const edge = (name: string, values: number[] | null): Line => ({
      label: `${label} ${name}`,
      colour,
      points: { steps, values: values ?? [], minima: null, maxima: null },
    });
    return [edge('maximum', maxima), edge('minimum', minima)];
  });
}

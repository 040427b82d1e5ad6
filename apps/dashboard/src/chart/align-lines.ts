import type { Line } from './line';

/** Columns over one rising list of steps, null where a line has no point. */
export type Aligned = { steps: number[]; columns: (number | null)[][] };

/** The lines' values (and, where points were merged, their minima and maxima) on the union of their steps. */
export function alignLines(lines: Line[]): Aligned {
  const steps = [...new Set(lines.flatMap((line) => line.points.steps))].sort((a, b) => a - b);
  const place = new Map(steps.map((step, index) => [step, index]));
  const columns = lines.map(({ points }) => {
    const column: (number | null)[] = new Array(steps.length).fill(null);
    points.steps.forEach((step, index) => {
      const value = points.values[index]!;
      column[place.get(step)!] = Number.isFinite(value) ? value : null;
    });
    return column;
  });
  return { steps, columns };
}

/** The value of a column at the place nearest to `index` that has one. */
export function valueNear(column: (number | null)[], index: number): number | null {
  for (let distance = 0; distance < column.length; distance += 1) {
    const value = column[index - distance] ?? column[index + distance];
    if (value !== null && value !== undefined) return value;
  }
  return null;
}

import { type ClassRows, type Matrix, matrix, rowOf } from '@kshot/fewshot';

/** Features of all examples, by one backbone or several. */
export interface NamedFeatures {
  readonly model: string;
  readonly features: Matrix;
}

/**
 * Two backbones side by side: each example's features to length 1 by each, then once as they are and once divided by their
 * spread over the part that support comes from. Nothing where there is one backbone.
 */
export function joined(alone: readonly NamedFeatures[], support: readonly ClassRows[]): NamedFeatures[] {
  if (alone.length < 2) return [];
  const rows = support.flatMap((c) => [...c.rows]);
  const parts = alone.map(({ features }) => unitRows(features));
  const model = alone.map((one) => one.model).join(' + ');
  const spreads = parts.map((part) => 1 / spread(part, rows));
  return [
    { model: `${model}, length 1`, features: sideBySide(parts, [1, 1]) },
    { model: `${model}, by spread`, features: sideBySide(parts, spreads) },
  ];
}

/** [n, a] and [n, b] → [n, a + b], each times its factor. */
function sideBySide(parts: readonly Matrix[], factors: readonly number[]): Matrix {
  const rows = parts[0]?.rows ?? 0;
  const columns = parts.reduce((sum, part) => sum + part.columns, 0);
  const out = matrix(rows, columns);
  for (let i = 0; i < rows; i++) {
    let at = i * columns;
    for (const [k, part] of parts.entries()) {
      const factor = factors[k] as number;
      out.values.set(
        rowOf(part, i).map((value) => value * factor),
        at,
      );
      at += part.columns;
    }
  }
  return out;
}

/** Each row to length 1; zeros stay. */
function unitRows(m: Matrix): Matrix {
  const out = matrix(m.rows, m.columns, m.values);
  for (let i = 0; i < m.rows; i++) {
    const row = rowOf(out, i);
    const length = Math.hypot(...row) || 1;
    for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) / length;
  }
  return out;
}

/** The root of the mean squared distance of the chosen rows to their mean. */
function spread(m: Matrix, rows: readonly number[]): number {
  const mean = new Float64Array(m.columns);
  let squares = 0;
  for (const i of rows)
    for (const [j, value] of rowOf(m, i).entries()) {
      mean[j] = (mean[j] as number) + value / rows.length;
      squares += value ** 2 / rows.length;
    }
  return Math.sqrt(squares - mean.reduce((sum, value) => sum + value ** 2, 0));
}

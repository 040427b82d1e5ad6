import type { Array1, PackColumn } from '@kshot/domain';

/** The columns with figures of these stored values; readings, offsets and categories stay. */
export const describeColumns = (
  columns: readonly PackColumn[],
  valuesOf: (index: number) => Array1,
): PackColumn[] =>
  columns.map((column, i) => {
    const values = valuesOf(i);
    return column.kind === 'CATEGORY'
      ? { ...column, missing: values.filter((value) => value < 0).length }
      : { ...column, ...figuresOf(values, column.offset ?? 0) };
  });

function figuresOf(values: Array1, offset: number) {
  const present = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  const count = Math.max(1, present.length);
  const mean = present.reduce((sum, value) => sum + value, 0) / count;
  const deviation = Math.sqrt(present.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count);
  const empty = present.length === 0;
  return {
    missing: values.length - present.length,
    mean: mean + offset,
    deviation,
    minimum: empty ? 0 : present.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY) + offset,
    maximum: empty ? 0 : present.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) + offset,
  };
}

type Numbers = { kind: string; missing?: number | null; minimum?: number | null };

/**
 * The side of the picture that a table's row is, or null: a square of at least 6 by 6 columns,
 * all numbers from 0 up with none missing (as in the 8x8 digits).
 */
export function pixelSide(columns: readonly Numbers[] | null | undefined): number | null {
  if (!columns) return null;
  const side = Math.sqrt(columns.length);
  if (side < 6 || !Number.isInteger(side)) return null;
  const grey = columns.every(
    ({ kind, missing, minimum }) => kind === 'NUMBER' && !missing && (minimum == null || minimum >= 0),
  );
  return grey ? side : null;
}

/** The same judged by one row alone: all cells numbers from 0 up. */
export function rowPixels(row: readonly { value?: string | null }[]): number[] | null {
  const side = Math.sqrt(row.length);
  if (side < 6 || !Number.isInteger(side)) return null;
  const values = row.map(({ value }) => (value == null || value === '' ? Number.NaN : Number(value)));
  return values.every((value) => value >= 0) ? values : null;
}

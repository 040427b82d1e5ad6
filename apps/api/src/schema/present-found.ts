/** Presents what a look-up finds; null where nothing is looked up or found. */
export async function presentFound<Row, Shown>(
  found: Promise<Row | null> | null,
  present: (row: Row) => Shown,
): Promise<Shown | null> {
  const row = await found;
  return row && present(row);
}

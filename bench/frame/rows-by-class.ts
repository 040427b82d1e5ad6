/** [n] labels → the rows of each class, in the order in which classes are met; negative labels are of none. */
export function rowsByClass(labels: Int32Array): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const [row, k] of labels.entries()) if (k >= 0) rows.set(k, [...(rows.get(k) ?? []), row]);
  return rows;
}

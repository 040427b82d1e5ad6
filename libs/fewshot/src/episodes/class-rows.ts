/** A class with the rows of its examples, ascending, and the family it belongs to, if any. */
export interface ClassRows {
  readonly name: string;
  readonly group?: string;
  readonly rows: Int32Array;
}

/** [n] labels in 0…names.length−1 → the rows of each class; `groups` has one entry per class where classes have families. */
export function classRows(
  labels: ArrayLike<number>,
  names: readonly string[],
  groups?: readonly (string | undefined)[],
): ClassRows[] {
  const rows = names.map((): number[] => []);
  for (let row = 0; row < labels.length; row++) rows[labels[row] as number]?.push(row);
  return names.map((name, k) => {
    const group = groups?.[k];
    return { name, rows: Int32Array.from(rows[k] as number[]), ...(group === undefined ? {} : { group }) };
  });
}

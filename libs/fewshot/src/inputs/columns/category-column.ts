import type { ColumnKind } from './column-kind.js';

/** Categories: one-hot; those that training did not see, and missing ones, are all zeros. */
export const categoryColumn: ColumnKind<'CATEGORY'> = {
  fit({ name, categories, values }, rows) {
    const seen = new Set(rows.map((row) => values[row]));
    return { kind: 'CATEGORY', name, categories: categories.filter((_, i) => seen.has(i)) };
  },
  width: ({ categories }) => categories.length,
  encode({ categories }, source, rows, put) {
    const places = source.categories.map((category) => categories.indexOf(category));
    for (let i = 0; i < rows.length; i++) {
      const place = places[source.values[rows[i] as number] as number] ?? -1;
      if (place >= 0) put(i, place, 1);
    }
  },
  missing: (column) => ({ ...column, values: Int32Array.of(-1) }),
};

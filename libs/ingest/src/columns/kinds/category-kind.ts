import type { PackArray } from '@kshot/domain';
import { cleanName } from '../../names/clean-name.js';
import { isMissing } from '../parse-number.js';
import { readCategoryCell } from '../read-cell.js';
import { type ColumnKind, storedValues } from './column-kind.js';

/** Categories as their numbers, the most frequent first; −1 is missing. */
export const categoryKind: ColumnKind<'CATEGORY'> = {
  import(name, cells, rows) {
    const found = new Map<string, number>();
    const cleaned = new Map<string, number>();
    const counts: number[] = [];
    let missing = 0;
    const met = new Int32Array(rows.length);
    for (let i = 0; i < met.length; i++) {
      const raw = cells.at(rows[i] as number);
      if (isMissing(raw)) {
        missing++;
        met[i] = -1;
        continue;
      }
      let place = cleaned.get(raw);
      if (place === undefined) {
        const cell = cleanName(raw);
        place = found.get(cell) ?? found.size;
        found.set(cell, place);
        cleaned.set(raw, place);
      }
      met[i] = place;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    const ranked = [...found].sort(
      ([a, i], [b, j]) => (counts[j] as number) - (counts[i] as number) || (a < b ? -1 : 1),
    );
    const rank = new Int32Array(ranked.length);
    for (const [k, [, place]] of ranked.entries()) rank[place] = k;
    return {
      entry: { kind: 'CATEGORY', name, missing, categories: ranked.map(([category]) => category) },
      ...storedValues(met.map((place) => (place < 0 ? -1 : (rank[place] as number)))),
      warnings: [],
    };
  },
  read({ name, categories }, cells) {
    const values = Int32Array.from(cells, (cell) => {
      const category = cell === null ? null : readCategoryCell(cell);
      return category === null ? -1 : categories.indexOf(category);
    });
    return { kind: 'CATEGORY', name, categories, values };
  },
  store: ({ values }) => storedValues(values),
  describe: (entry, arrays, index, count) => ({
    ...entry,
    missing: (arrays[`column:${index}`] as PackArray).values.subarray(0, count).filter((value) => value < 0)
      .length,
  }),
  asked: (entry) => entry,
  isConstant: ({ missing, categories }) => missing === 0 && categories.length < 2,
};

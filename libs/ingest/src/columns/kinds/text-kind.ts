import type { PackArray } from '@kshot/domain';
import { fittedText, packTexts } from '../../texts/pack-texts.js';
import { readTextCell } from '../read-cell.js';
import type { ColumnKind, StoredCells } from './column-kind.js';

/** Texts as bytes of UTF-8; an empty one is missing. */
export const textKind: ColumnKind<'TEXT'> = {
  import(name, cells, rows) {
    const { warnings, arrays, keys } = storedTexts(rows.length, (i) => ({
      text: readTextCell(cells.at(rows[i] as number)),
      name: `row ${(rows[i] as number) + 1}`,
    }));
    return {
      entry: { kind: 'TEXT', name, missing: missingIn(arrays(0), 0, rows.length) },
      arrays,
      keys,
      warnings: warnings.map((warning) => `Column "${name}": ${warning}`),
    };
  },
  read: ({ name }, cells) => ({
    kind: 'TEXT',
    name,
    values: cells.map((cell) => (cell === null ? '' : fittedText(readTextCell(cell)).text)),
  }),
  store: ({ values }) =>
    storedTexts(values.length, (i) => ({ text: values[i] as string, name: `row ${i + 1}` })),
  describe: (entry, arrays, index, count) => ({ ...entry, missing: missingIn(arrays, index, count) }),
  asked: (entry) => entry,
  isConstant: () => false,
};

type Arrays = Readonly<Record<string, PackArray>>;

/** Texts of the first `count` rows that are empty. */
function missingIn(arrays: Arrays, index: number, count: number): number {
  const { values: ends } = arrays[`offsets:${index}`] as PackArray;
  return ends.subarray(0, count).filter((start, i) => ends[i + 1] === start).length;
}

function storedTexts(
  ...texts: Parameters<typeof packTexts>
): StoredCells & { readonly warnings: readonly string[] } {
  const { arrays, keys, warnings } = packTexts(...texts);
  const named = (index: number): Arrays =>
    Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${name}:${index}`, array]));
  return { arrays: named, keys, warnings };
}

import type { PackArray } from '@kshot/domain';
import { fittedText, packTexts } from '../../texts/pack-texts.js';
import { readTextCell } from '../read-cell.js';
import type { ColumnKind, StoredCells } from './column-kind.js';

/** Texts as bytes of UTF-8; an empty one is missing. */
export const textKind: ColumnKind<'TEXT'> = {
  import(name, cells, rows) {
    const texts = Array.from(rows, (row) => readTextCell(cells.at(row)));
    const { warnings, ...stored } = storedTexts(texts, (i) => `row ${(rows[i] as number) + 1}`);
    const missing = texts.filter((text) => text === '').length;
    return {
      entry: { kind: 'TEXT', name, missing },
      ...stored,
      warnings: warnings.map((warning) => `Column "${name}": ${warning}`),
    };
  },
  read: ({ name }, cells) => ({
    kind: 'TEXT',
    name,
    values: cells.map((cell) => (cell === null ? '' : fittedText(readTextCell(cell)).text)),
  }),
  store: ({ values }) => storedTexts(values, (i) => `row ${i + 1}`),
  describe(entry, arrays, index, count) {
    const { values: ends } = arrays[`offsets:${index}`] as PackArray;
    const texts = ends.subarray(0, count);
    return { ...entry, missing: texts.filter((start, i) => ends[i + 1] === start).length };
  },
  asked: (entry) => entry,
  isConstant: () => false,
};

function storedTexts(
  texts: readonly string[],
  nameOf: (index: number) => string,
): StoredCells & { readonly warnings: readonly string[] } {
  const { arrays, keys, warnings } = packTexts(texts.length, (i) => ({
    text: texts[i] as string,
    name: nameOf(i),
  }));
  const named = (index: number) =>
    Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${name}:${index}`, array]));
  return { arrays: named, keys, warnings };
}

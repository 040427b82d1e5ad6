import type { Source } from '../archives/archive.js';
import type { RawRows, TableKind } from '../tables/table.js';
import { decodeWhole } from '../texts/decode-text.js';

const PREFIX = '__label__';

/** fastText: lines of labels with a prefix, then the text. Several labels of a line stay in one cell, with commas. */
export const fastText: TableKind = {
  name: 'a fastText file',
  extensions: ['ft'],
  matches: (head) => /^\ufeff?\s*__label__\S/.test(head.toString('utf8')),
  async open(source: Source): Promise<RawRows> {
    const lines = (await decodeWhole(source)).split('\n');
    return {
      header: 'FIRST_ROW',
      batches: (async function* () {
        yield { rows: [['label', 'text'], ...lines.map(rowOf)], read: 1 };
      })(),
      notes: [],
    };
  },
};

function rowOf(line: string): string[] {
  const words = line.trim().split(/\s+/);
  const labels = words.filter((word) => word.startsWith(PREFIX)).map((word) => word.slice(PREFIX.length));
  return [labels.join(','), words.filter((word) => !word.startsWith(PREFIX)).join(' ')];
}

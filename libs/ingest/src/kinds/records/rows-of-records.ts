import type { RawRows } from '../../tables/table.js';
import { cellTextOf } from '../cell-text.js';
import type { Entry, Records } from './records.js';

/** Records as rows under the names that they have, the first of names. */
export async function* rowsOfRecords(records: Records): RawRows['batches'] {
  const names = [...new Set(records.slice(0, 10_000).flatMap((record) => Object.keys(record)))];
  yield { rows: [names], read: 0.5 };
  const cell = (record: Entry, name: string) => (Object.hasOwn(record, name) ? cellTextOf(record[name]) : '');
  for (let at = 0; at < records.length; at += 1000)
    yield {
      rows: records.slice(at, at + 1000).map((record) => names.map((name) => cell(record, name))),
      read: 0.5 + at / (2 * records.length),
    };
}

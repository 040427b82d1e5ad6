import { DomainError } from '@kshot/domain';
import type { Source } from '../../archives/archive.js';
import type { RawRows, TableKind } from '../../tables/table.js';
import { cellTextOf } from '../cell-text.js';
import { type Entry, isObject } from '../records/records.js';
import { tidied } from '../records/records-in.js';
import { rowsOfRecords } from '../records/rows-of-records.js';
import { startsWith } from '../signature.js';
import { classNameOf, classNamesIn } from './class-names.js';
import { damagedParquet, type OpenParquet, openParquet, orDamagedParquet } from './open-parquet.js';
import { hasObjects, topNames } from './parquet-schema.js';

/** Apache Parquet, with its usual compressions. */
export const parquet: TableKind = {
  name: 'a Parquet file',
  extensions: ['parquet', 'pq'],
  matches: startsWith('PAR1'),
  async open(source: Source): Promise<RawRows> {
    const notes: string[] = [];
    const file = await orDamagedParquet(() => openParquet(source));
    const [label] = classNamesIn(file.metadata).keys();
    return {
      header: 'FIRST_ROW',
      batches: rowsOf(file, notes),
      notes,
      ...(label === undefined ? {} : { label }),
    };
  },
};

async function* rowsOf(file: OpenParquet, notes: string[]): RawRows['batches'] {
  const { schema } = file.metadata;
  const classNames = classNamesIn(file.metadata);
  const nested = hasObjects(schema);
  const names = topNames(schema);
  const records: Entry[] = [];
  let read = 0;
  if (!nested) yield { rows: [names], read: 0 };
  try {
    for await (const batch of file.batches()) {
      assertNoFiles(batch[0] ?? {});
      const named = batch.map((row) => withClassNames(row, classNames));
      read += batch.length;
      if (nested) records.push(...named);
      else
        yield {
          rows: named.map((row) => names.map((name) => cellTextOf(row[name]))),
          read: read / file.rows,
        };
    }
    if (nested) yield* rowsOfRecords(tidied(records, notes));
  } catch (error) {
    throw error instanceof DomainError ? error : damagedParquet();
  }
}

function withClassNames(row: Entry, classNames: ReadonlyMap<string, readonly string[]>): Entry {
  if (classNames.size === 0) return row;
  const named = [...classNames].map(([column, names]) => [column, classNameOf(names, row[column])]);
  return { ...row, ...Object.fromEntries(named) };
}

/** Data sets of Hugging Face keep sounds and other files as bytes with a path; pictures are read elsewhere. */
function assertNoFiles(row: Entry): void {
  const held = Object.entries(row).find(
    ([, cell]) => isObject(cell) && 'bytes' in cell && cell.bytes !== null,
  );
  if (!held) return;
  throw new DomainError(
    'DATA_FORMAT',
    `Column "${held[0].slice(0, 60)}" of the Parquet file holds files that are no pictures, which are not read. Leave the column out, and keep columns of texts or numbers.`,
  );
}

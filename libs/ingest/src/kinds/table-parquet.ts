import { DomainError, limits } from '@kshot/domain';
import { type AsyncBuffer, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { Source } from '../archives/archive.js';
import type { RawRows, TableKind } from '../tables/table.js';
import { cellTextOf } from './cell-text.js';
import { type Entry, isObject } from './records/records.js';
import { tidied } from './records/records-in.js';
import { rowsOfRecords } from './records/rows-of-records.js';
import { startsWith } from './signature.js';

const ROWS = 10_000;

/** Apache Parquet, with its usual compressions. */
export const parquet: TableKind = {
  name: 'a Parquet file',
  extensions: ['parquet', 'pq'],
  matches: startsWith('PAR1'),
  async open(source: Source): Promise<RawRows> {
    const notes: string[] = [];
    return { header: 'FIRST_ROW', batches: rowsOf(source, notes), notes };
  },
};

async function* rowsOf(source: Source, notes: string[]): RawRows['batches'] {
  try {
    const bytes = await source.read();
    const file: AsyncBuffer = {
      byteLength: bytes.length,
      slice: (from, to) => new Uint8Array(bytes.subarray(from, to)).buffer as ArrayBuffer,
    };
    const metadata = await parquetMetadataAsync(file);
    const rows = Number(metadata.num_rows);
    if (rows > limits.examples)
      throw new DomainError(
        'DATA_TOO_LARGE',
        `The table has ${rows} rows; at most ${limits.examples} are taken.`,
      );
    const names = topNames(metadata.schema);
    const nested = hasObjects(metadata.schema);
    const records: Entry[] = [];
    if (!nested) yield { rows: [names], read: 0 };
    for (let from = 0; from < rows; from += ROWS) {
      const rowEnd = Math.min(rows, from + ROWS);
      const objects = await parquetReadObjects({ file, metadata, compressors, rowStart: from, rowEnd });
      assertNoPictures(objects[0] ?? {});
      if (nested) records.push(...objects);
      else
        yield {
          rows: objects.map((row) => names.map((name) => cellTextOf(row[name]))),
          read: rowEnd / rows,
        };
    }
    if (nested) yield* rowsOfRecords(tidied(records, notes));
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError(
      'DATA_FORMAT',
      'The Parquet file is damaged, or written in a way that cannot be read. Write it again, or save the table as CSV.',
    );
  }
}

interface Element {
  readonly name: string;
  readonly num_children?: number;
  readonly converted_type?: string;
  readonly repetition_type?: string;
}

/** Whether a column holds objects, alone or in lists: their fields become columns, as those of JSON do. */
const hasObjects = (schema: readonly Element[]): boolean =>
  schema
    .slice(1)
    .some(
      ({ num_children: children = 0, converted_type: type, repetition_type: repetition }) =>
        children > 0 && type === undefined && repetition !== 'REPEATED',
    );

/** Data sets of Hugging Face keep pictures as bytes with a path. */
function assertNoPictures(row: Readonly<Record<string, unknown>>): void {
  const held = Object.entries(row).find(
    ([, cell]) => isObject(cell) && 'bytes' in cell && cell.bytes !== null,
  );
  if (!held) return;
  throw new DomainError(
    'DATA_FORMAT',
    `Column "${held[0].slice(0, 60)}" of the Parquet file holds files, such as pictures, which are not read from a table. Save each as a file in a folder with the name of its class, and pack the folders as a ZIP.`,
  );
}

/** Names of the columns right below the root of the schema. */
function topNames(schema: readonly { readonly name: string; readonly num_children?: number }[]): string[] {
  const names: string[] = [];
  for (let at = 1; at < schema.length; at = behind(schema, at))
    names.push((schema[at] as { name: string }).name);
  return names;
}

function behind(schema: readonly { readonly num_children?: number }[], at: number): number {
  let next = at + 1;
  for (let child = 0; child < (schema[at]?.num_children ?? 0); child++) next = behind(schema, next);
  return next;
}

import { quoteNames } from '../../names/quote-names.js';
import type { RawRows } from '../../tables/table.js';
import { type Entry, isObject, type Records } from './records.js';
import { tidied } from './records-in.js';
import { rowsOfRecords } from './rows-of-records.js';

/** Records in their places; undefined where something else stands. */
export type MaybeRecords = readonly (Entry | undefined)[];

/**
 * Rows of records, with an empty row and its reason in the place of each that cannot be read; undefined where a record may become
 * several rows, so that there are no places.
 */
export function placedRows(
  given: MaybeRecords,
  asked: readonly string[],
  notes: string[],
  unread: Map<readonly string[], string>,
): RawRows['batches'] | undefined {
  const nested = columnsOfValues(given, asked);
  const reasons = given.map((record) => reasonOf(record, nested));
  const read = given.filter((record, i): record is Entry => record !== undefined && reasons[i] === null);
  const said: string[] = [];
  const flat = tidied(read, said);
  if (flat.length !== read.length) return undefined;
  notes.push(...said);
  return inPlaces(flat, reasons, unread);
}

/** Columns of the model that hold a value in most records. */
const columnsOfValues = (given: MaybeRecords, asked: readonly string[]): string[] =>
  asked.filter((name) => {
    const objects = given.filter((record) => isObject(cellOf(record, name))).length;
    return objects > 0 && objects < given.length / 2;
  });

/** Nothing that all objects inherit, such as `constructor`. */
const cellOf = (record: Entry | undefined, name: string): unknown =>
  record && Object.hasOwn(record, name) ? record[name] : undefined;

function reasonOf(record: Entry | undefined, columns: readonly string[]): string | null {
  if (record === undefined) return 'It is not a whole JSON object. Write one object for each row.';
  const nested = columns.filter((name) => isObject(cellOf(record, name)));
  return nested.length === 0
    ? null
    : `An object stands where a value belongs, in ${quoteNames(nested)}. Write a text or a number.`;
}

async function* inPlaces(
  flat: Records,
  reasons: readonly (string | null)[],
  unread: Map<readonly string[], string>,
): RawRows['batches'] {
  let at = 0;
  let names = true;
  const unreadRows = (): string[][] => {
    const rows: string[][] = [];
    for (let why = reasons[at]; typeof why === 'string'; why = reasons[++at]) {
      const row: string[] = [];
      unread.set(row, why);
      rows.push(row);
    }
    return rows;
  };
  for await (const { rows, read } of rowsOfRecords(flat)) {
    const placed: (readonly string[])[] = [];
    for (const row of rows) {
      if (!names) placed.push(...unreadRows());
      placed.push(row);
      if (!names) at++;
      names = false;
    }
    yield { rows: placed, read };
  }
  yield { rows: unreadRows(), read: 1 };
}

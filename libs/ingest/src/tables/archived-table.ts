import { DomainError, type ImportRequest } from '@kshot/domain';
import type { ArchiveEntry } from '../archives/archive.js';
import { chooseLabel } from '../columns/class/choose-label.js';
import { plainName } from '../columns/known-names.js';
import { profileColumns } from '../columns/profile-columns.js';
import type { Report } from '../import-file.js';
import { extensionOf, HEAD_BYTES } from '../kinds/picture-kinds.js';
import { tableExtensions, tableKindOf } from '../kinds/table-kinds.js';
import { partOf, stemOf } from '../layout/part-of.js';
import { quoteNames } from '../names/quote-names.js';
import { attempt } from '../refusals/attempt.js';
import { besideEachOther, combineTables, type PartedTable, withClassOfFile } from './combine-tables.js';
import { formatChoices, type ReadOptions, readTable } from './read-table.js';
import type { Table } from './table.js';

/** Files of an archive that may be tables, the largest first. */
export const tableEntries = (entries: readonly ArchiveEntry[]): ArchiveEntry[] =>
  entries
    .filter(({ name, bytes }) => tableExtensions.has(extensionOf(name)) && bytes > 0)
    .sort((a, b) => b.bytes - a.bytes);

/** Reads one file of an archive as a table; undefined where it is of no kind of table. */
export async function readArchivedTable(
  entry: ArchiveEntry,
  report: Report,
  options: ReadOptions = {},
): Promise<Table | undefined> {
  const kind = tableKindOf(await entry.head(HEAD_BYTES), entry.name);
  return kind && readTable(kind, entry, report, options);
}

/** The table in an archive: its parts together where files are called train, test and so on, else the largest with those that have the same columns. Undefined where there is none. */
export async function archivedTable(
  entries: readonly ArchiveEntry[],
  request: ImportRequest,
  report: Report,
  rows?: number,
): Promise<Table | undefined> {
  const tables = tableEntries(entries);
  const chosen = partedTables(tables) ?? (await alikeTables(tables)).map((entry) => ({ entry, part: null }));
  const read: PartedTable[] = [];
  for (const [i, { entry, part }] of chosen.entries()) {
    const share = (read: number) => report((0.8 * (i + read)) / chosen.length);
    const table = await readArchivedTable(entry, share, {
      ...formatChoices(request),
      ...(rows === undefined ? {} : { rows }),
    });
    if (table)
      read.push({ table, part, stem: stemOf(entry.name), folder: entry.path.split('/').at(-2) ?? '' });
  }
  const whole = besideEachOther(read);
  const plain = combineTables(whole);
  if (!plain) return undefined;
  const byFile = findsClass(plain, request) ? undefined : withClassOfFile(whole);
  const combined = (byFile && combineTables(byFile)) ?? plain;
  const paths = chosen.map(({ entry }) => entry.path);
  const used = new Set(chosen.map(({ entry }) => entry));
  const others = entries.filter((entry) => !used.has(entry)).map(({ path }) => path);
  const notes = [
    ...(byFile
      ? ['No column holds the class; it was taken from the names of the files or their folders.']
      : []),
    `The table was read from ${chosen.length > 4 ? quoteNames(paths) : paths.join(' and ')}.`,
    ...(others.length > 0
      ? [
          `${others.length === 1 ? '1 other file was' : `${others.length} other files were`} left out: ${quoteNames(others)}.`,
        ]
      : []),
  ];
  return { ...combined, notes: [...notes, ...combined.notes] };
}

const findsClass = (table: Table, request: ImportRequest): boolean =>
  attempt(() => chooseLabel(table, profileColumns(table, request), request)).value !== null;

/** One table for each part that names of files or of their folders mean, where there are at least two. */
function partedTables(tables: readonly ArchiveEntry[]) {
  const parted = tables.flatMap((entry) => {
    const folder = entry.path.split('/').at(-2) ?? '';
    const part = partOf(stemOf(entry.name).replace(/^y[_-]/i, '')) ?? partOf(folder);
    return part === null ? [] : [{ entry, part }];
  });
  return new Set(parted.map(({ part }) => part)).size > 1 ? parted : undefined;
}

/** Tables whose names are looked at. */
const MOST_LOOKED = 200;

/** The largest table, and those whose columns have the same names, in the order of their paths. */
async function alikeTables(tables: readonly ArchiveEntry[]): Promise<ArchiveEntry[]> {
  const [largest] = tables;
  if (!largest || tables.length === 1) return [...tables];
  const names = await namesOf(largest);
  const alike = [largest];
  if (names !== null)
    for (const entry of tables.slice(1, MOST_LOOKED)) if ((await namesOf(entry)) === names) alike.push(entry);
  return alike.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The names of the columns of a table, as one text; null where it has none, or cannot be read. */
async function namesOf(entry: ArchiveEntry): Promise<string | null> {
  try {
    const table = await readArchivedTable(entry, () => undefined, { rows: 20 });
    return table?.header ? JSON.stringify(table.names.map(plainName)) : null;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

import { DomainError } from '@kshot/domain';
import type { ArchiveEntry } from '../archives/archive.js';
import { chooseLabel } from '../columns/choose-label.js';
import { partNames, plainName } from '../columns/known-names.js';
import { profileColumn } from '../columns/profile-column.js';
import { isUnlabelled } from '../columns/unlabelled.js';
import type { GivenClasses } from '../layout/arrange-files.js';
import { type Part, partOf } from '../layout/part-of.js';
import { cleanName } from '../names/clean-name.js';
import { readArchivedTable, tableEntries } from '../tables/archived-table.js';
import type { Table } from '../tables/table.js';

const MOST_TABLES = 8;

/** Classes of pictures by tables beside them: one column names files, another one the class. */
export async function findManifest(
  pictures: readonly ArchiveEntry[],
  others: readonly ArchiveEntry[],
): Promise<GivenClasses | undefined> {
  const found = new Map<string, { className: string; part: Part | null }>();
  const used: string[] = [];
  const pathsByKey = keysOf(pictures);
  for (const entry of tableEntries(others).slice(0, MOST_TABLES)) {
    const table = await readArchivedTable(entry, () => undefined).catch((error: unknown) => {
      if (error instanceof DomainError) return undefined;
      throw error;
    });
    const folder = entry.path.slice(0, entry.path.lastIndexOf('/') + 1);
    const rows = table && namedRows(table, (cell) => pathOf(cell, folder, pathsByKey));
    if (!rows) continue;
    used.push(entry.path);
    for (const { path, className, part } of rows) if (!found.has(path)) found.set(path, { className, part });
  }
  if (used.length === 0) return undefined;
  return { from: `the table ${used.join(' and ')}`, classOf: (path) => found.get(path) ?? null };
}

/** Paths by what a cell may call them: the whole path, the name, the name without its ending. Null where several fit. */
function keysOf(pictures: readonly ArchiveEntry[]): ReadonlyMap<string, string | null> {
  const keys = new Map<string, string | null>();
  for (const { path, name } of pictures) {
    const stem = (text: string) => text.replace(/\.[^./]*$/, '');
    for (const key of new Set([path, stem(path), name, stem(name)].map((text) => text.toLowerCase())))
      keys.set(key, keys.has(key) ? null : path);
  }
  return keys;
}

function pathOf(raw: string, folder: string, keys: ReadonlyMap<string, string | null>): string | null {
  const cell = cleanName(raw)
    .replaceAll('\\', '/')
    .replace(/^\.?\//, '')
    .toLowerCase();
  if (cell === '') return null;
  return (
    keys.get(folder.toLowerCase() + cell) ??
    keys.get(cell) ??
    keys.get(cell.slice(cell.lastIndexOf('/') + 1)) ??
    null
  );
}

interface NamedRow {
  readonly path: string;
  readonly className: string;
  readonly part: Part | null;
}

/** Rows with the picture that each names, where at least half of the cells of a column name one. */
function namedRows(table: Table, find: (cell: string) => string | null): NamedRow[] | undefined {
  const paths = table.columns.map((cells) => Array.from(cells, find));
  const hits = paths.map((list) => list.filter((path) => path !== null).length);
  const most = Math.max(...hits);
  if (most < 2 || 2 * most < table.rows) return undefined;
  const files = hits.indexOf(most);
  const rest: Table = {
    ...table,
    names: table.names.filter((_, i) => i !== files),
    columns: table.columns.filter((_, i) => i !== files),
  };
  if (rest.names.length === 0) return undefined;
  const profiles = rest.columns.map((cells) => profileColumn(cells, false));
  const label = rest.columns[chooseLabel(rest, profiles, { fileName: 'x', testShare: 0, seed: 0 }).index]!;
  const parts = rest.columns[rest.names.findIndex((name) => partNames.includes(plainName(name)))];
  return paths[files]!.flatMap((path, row): NamedRow[] => {
    const className = cleanName(label.at(row));
    const part = parts ? partOf(parts.at(row)) : null;
    return path === null || isUnlabelled(className) || part === 'unlabelled'
      ? []
      : [{ path, className, part }];
  });
}

import type { ImportRequest } from '@kshot/domain';
import type { ArchiveEntry } from '../archives/archive.js';
import type { Report } from '../import-file.js';
import { extensionOf, HEAD_BYTES } from '../kinds/picture-kinds.js';
import { tableExtensions, tableKindOf } from '../kinds/table-kinds.js';
import { quoteNames } from '../names/quote-names.js';
import { readTable } from './read-table.js';
import type { Table } from './table.js';

/** The table in an archive that holds one; of several the largest. Undefined where there is none. */
export async function archivedTable(
  entries: readonly ArchiveEntry[],
  request: ImportRequest,
  report: Report,
): Promise<Table | undefined> {
  const tables = entries
    .filter(({ name, bytes }) => tableExtensions.has(extensionOf(name)) && bytes > 0)
    .sort((a, b) => b.bytes - a.bytes);
  const [main] = tables;
  if (!main) return undefined;
  const kind = tableKindOf(await main.head(HEAD_BYTES), main.name);
  if (!kind) return undefined;
  const table = await readTable(kind, main, (share) => report(0.8 * share), { header: request.header });
  const others = entries.filter((entry) => entry !== main).map(({ path }) => path);
  const notes = [
    `The table was read from ${main.path}.`,
    ...(others.length > 0
      ? [
          `${others.length === 1 ? '1 other file was' : `${others.length} other files were`} left out: ${quoteNames(others)}.`,
        ]
      : []),
  ];
  return { ...table, notes: [...notes, ...table.notes] };
}

import type { ImportPlan, ImportRequest } from '@kshot/domain';
import { assertSeveral, openData } from '../kinds/open-file.js';
import { formatChoices, readTable } from '../tables/read-table.js';
import { inspectArchive } from './inspect-archive.js';
import { inspectPicture } from './inspect-picture.js';
import { inspectTable, LOOK_ROWS } from './inspect-table.js';

/** Looks at a file without decoding it all, by the same rules as its import: how it is understood, and what is odd. Throws DomainError where it cannot be read at all. */
export async function inspectFile(file: string, request: ImportRequest): Promise<ImportPlan> {
  const opened = await openData(file, request);
  try {
    if (opened.holds === 'PICTURE') return await inspectPicture(opened.source, opened.kind);
    if (opened.holds === 'FILES') return await inspectArchive(opened.archive, request);
    assertSeveral(opened.kind);
    const options = { ...formatChoices(request), rows: LOOK_ROWS };
    const table = await readTable(opened.kind, opened.source, () => undefined, options);
    return await inspectTable(table, opened.kind.name, request);
  } finally {
    await opened.close();
  }
}

import type { ImportRequest, Pack } from '@kshot/domain';
import { importArchive } from './import-archive.js';
import { assertSeveral, openData, singlePicture } from './kinds/open-file.js';
import { importTable } from './tables/import-table.js';
import { formatChoices, readTable } from './tables/read-table.js';

/** Says how far an import is, 0…1. */
export type Report = (share: number) => void;

export interface ImportResult {
  readonly pack: Pack;
  /** [n] what each example is called: its path, its row, or how its text begins. */
  readonly names: readonly string[];
  /** [n] of the content of each example: equal ones are copies. */
  readonly keys: Float64Array;
}

/** Reads a file by what it holds, not by its name. Throws DomainError. */
export async function importFile(
  file: string,
  request: ImportRequest,
  report: Report,
): Promise<ImportResult> {
  const opened = await openData(file, request);
  try {
    if (opened.holds === 'PICTURE') throw singlePicture(opened.kind);
    if (opened.holds === 'FILES') return await importArchive(opened.archive, request, report);
    assertSeveral(opened.kind);
    const table = await readTable(
      opened.kind,
      opened.source,
      (share) => report(0.8 * share),
      formatChoices(request),
    );
    return importTable(table, request, report);
  } finally {
    await opened.close();
  }
}

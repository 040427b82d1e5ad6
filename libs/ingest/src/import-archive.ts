import type { ImportRequest } from '@kshot/domain';
import type { Archive } from './archives/archive.js';
import type { ImportResult, Report } from './import-file.js';
import { importPictures } from './pictures/import-pictures.js';
import { importTable } from './tables/import-table.js';
import { importTexts } from './texts/import-texts.js';
import { understandArchive } from './understand-archive.js';

export async function importArchive(
  archive: Archive,
  request: ImportRequest,
  report: Report,
): Promise<ImportResult> {
  const understood = await understandArchive(archive, request, report);
  switch (understood.holds) {
    case 'PICTURES':
      return importPictures(understood.arranged, request, report);
    case 'TEXTS':
      return importTexts(understood.arranged, request, report);
    case 'TABLE':
      return importTable(understood.table, request, report);
  }
}

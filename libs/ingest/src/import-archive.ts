import type { ImportRequest } from '@kshot/domain';
import type { Archive } from './archives/archive.js';
import { refuseNested } from './archives/nested.js';
import type { ImportResult, Report } from './import-file.js';
import { arrangePictures, pictureEntries } from './pictures/arrange-pictures.js';
import { importPictures } from './pictures/import-pictures.js';
import { archivedTable } from './tables/archived-table.js';
import { importTable } from './tables/import-table.js';
import { arrangeTexts, textEntries } from './texts/arrange-texts.js';
import { importTexts } from './texts/import-texts.js';

/** Reads an archive by what most of its files are: pictures, texts, or a table in it. */
export async function importArchive(
  archive: Archive,
  request: ImportRequest,
  report: Report,
): Promise<ImportResult> {
  refuseNested(archive.entries);
  const { pictures, others } = await pictureEntries(archive);
  if (pictures.length > 0) return importPictures(await arrangePictures(pictures, others), request, report);
  const table = await archivedTable(archive.entries, request, report);
  if (table) return importTable(table, request, report);
  const { texts, others: rest } = textEntries(archive.entries);
  return importTexts(await arrangeTexts(texts, rest), request, report);
}

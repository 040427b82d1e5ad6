import type { ImportRequest } from '@kshot/domain';
import type { Archive } from './archives/archive.js';
import { refuseNested } from './archives/nested.js';
import type { Report } from './import-file.js';
import type { Arranged } from './layout/arranged.js';
import { arrangePictures, pictureEntries } from './pictures/arrange-pictures.js';
import { refuseDrawings } from './pictures/refuse-drawings.js';
import { areStray } from './pictures/stray-pictures.js';
import { orNull } from './refusals/or-null.js';
import { archivedTable } from './tables/archived-table.js';
import { intentFiles } from './tables/intent-files.js';
import type { Table } from './tables/table.js';
import { arrangeTexts } from './texts/arrange-texts.js';
import { linesAsExamples } from './texts/lines-as-examples.js';
import { textEntries } from './texts/text-entries.js';

/** What an archive holds, by what most of its files are. */
export type Understood =
  | { readonly holds: 'PICTURES' | 'TEXTS'; readonly arranged: Arranged }
  | { readonly holds: 'TABLE'; readonly table: Table };

/** Finds out whether an archive holds pictures, a table or texts, and where its files belong. */
export async function understandArchive(
  archive: Archive,
  request: ImportRequest,
  report: Report,
  rows?: number,
): Promise<Understood> {
  refuseNested(archive.entries);
  const withFindings = <T extends { readonly notes: readonly string[] }>(found: T): T => ({
    ...found,
    notes: [...found.notes, ...archive.findings],
  });
  const { pictures, others } = await pictureEntries(archive);
  if (pictures.length > 0) {
    const arranged = await arrangePictures(pictures, others, request.unlabelled === true);
    // Where the table is refused, what is wrong with the pictures says more.
    const table =
      areStray(arranged, pictures.length) &&
      (await orNull(() => archivedTable(archive.entries, request, report, rows)));
    if (table) return { holds: 'TABLE', table: withFindings(table) };
    refuseDrawings(arranged.files.map(({ entry }) => entry.path));
    return { holds: 'PICTURES', arranged: withFindings(arranged) };
  }
  const table =
    (await intentFiles(archive.entries)) ??
    (await archivedTable(archive.entries, request, report, rows)) ??
    (await linesAsExamples(archive.entries));
  if (table) return { holds: 'TABLE', table: withFindings(table) };
  const texts = await textEntries(archive.entries);
  return { holds: 'TEXTS', arranged: withFindings(await arrangeTexts(texts, request.unlabelled === true)) };
}

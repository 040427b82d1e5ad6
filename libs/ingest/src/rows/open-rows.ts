import { DomainError } from '@kshot/domain';
import type { Archive, ArchiveEntry } from '../archives/archive.js';
import { refuseNested } from '../archives/nested.js';
import { type Opened, openFile } from '../kinds/open-file.js';
import { HEAD_BYTES } from '../kinds/picture-kinds.js';
import { tableKindOf } from '../kinds/table-kinds.js';
import { neverExamples } from '../layout/masks/never-examples.js';
import { placeReasons } from '../layout/reasons.js';
import { collectLeftOut } from '../names/left-out.js';
import { pictureEntries } from '../pictures/arrange-pictures.js';
import { tableEntries } from '../tables/archived-table.js';
import { isReadAsText } from '../texts/text-entries.js';
import { rowsOfFiles } from './files.js';
import { type InputRows, type RowsRequest, type Taker, takerOf } from './input-row.js';
import { rowsOfTable } from './table.js';

/** Opens a file to ask a model about its rows, by the same readers as an import. Throws DomainError where it holds none that the model takes. */
export async function openRows(
  file: string,
  request: RowsRequest,
  taker: Taker,
): Promise<InputRows & { close(): Promise<void> }> {
  const opened = await openFile(file, request.fileName);
  try {
    return { ...(await rowsIn(opened, request, taker)), close: opened.close };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function rowsIn(opened: Opened, request: RowsRequest, taker: Taker): Promise<InputRows> {
  const { modality } = taker.input;
  switch (opened.holds) {
    case 'PICTURE':
      if (modality !== 'IMAGE') throw unfit('a picture', taker);
      return rowsOfFiles([{ ...opened.source, path: request.fileName }], taker);
    case 'TABLE':
      if (modality === 'IMAGE') throw unfit(`a table (${opened.kind.name})`, taker);
      return rowsOfTable(opened.kind, opened.source, request, taker);
    case 'FILES':
      return withNotes(await rowsInArchive(opened.archive, request, taker), opened.archive.findings);
  }
}

const withNotes = (rows: InputRows, notes: readonly string[]): InputRows => ({
  ...rows,
  notes: [...rows.notes, ...notes],
});

async function rowsInArchive(archive: Archive, request: RowsRequest, taker: Taker): Promise<InputRows> {
  const { entries } = archive;
  const { modality } = taker.input;
  refuseNested(entries);
  if (modality === 'IMAGE') {
    const { pictures } = await pictureEntries(archive);
    if (pictures.length === 0) throw unfit('an archive without pictures', taker);
    return rowsOfExamples(pictures, taker);
  }
  const [table] = tableEntries(entries);
  const kind = table && tableKindOf(await table.head(HEAD_BYTES), table.name);
  if (table && kind) return rowsOfTable(kind, table, request, taker);
  const texts = entries.filter(isReadAsText);
  if (modality === 'TEXT' && texts.length > 0) return rowsOfExamples(texts, taker);
  throw unfit('an archive without a table', taker);
}

/** Files without those that an import leaves out, too. */
function rowsOfExamples(entries: readonly ArchiveEntry[], taker: Taker): InputRows {
  const never = neverExamples(entries.map(({ path }) => path));
  const leftOut = collectLeftOut();
  const examples = entries.filter((entry, i) => {
    const reason = never[i];
    if (reason) leftOut.add(placeReasons[reason], entry.path);
    return !reason;
  });
  return withNotes(rowsOfFiles(examples, taker), leftOut.sentences());
}

const wanted = {
  IMAGE: 'takes pictures: send one, several, or a ZIP of them',
  TEXT: 'takes texts: send a spreadsheet, CSV, JSON Lines, or a ZIP of .txt or .eml files',
  TABLE: 'takes rows of a table: send a spreadsheet, CSV or JSON Lines',
};

const unfit = (what: string, taker: Taker): DomainError =>
  new DomainError(
    'DATA_FORMAT',
    `The file is ${what}, and ${takerOf(taker)} ${wanted[taker.input.modality]}.`,
  );

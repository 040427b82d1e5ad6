import XLSX from '@e965/xlsx';
import { DomainError } from '@kshot/domain';
import type { Source } from '../../archives/archive.js';
import type { FormatChoices, RawRows, TableKind } from '../../tables/table.js';
import { startsWith } from '../signature.js';
import { type Chosen, chooseSheets, type Sheet } from './choose-sheets.js';
import { assertFewRepeats } from './repeats.js';
import { sheetRows } from './sheet-rows.js';
import { isPage, isTablePage } from './table-page.js';

const isWorkbook = (head: Buffer, fileName: string): boolean => {
  const text = head.toString('latin1');
  if (isTablePage(head, fileName)) return true;
  const zipped = startsWith('PK\x03\x04')(head);
  return (
    (zipped &&
      /\[Content_Types\]\.xml|_rels\/\.rels|xl\/|mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/.test(
        text,
      )) ||
    (zipped && /\.(xlsx|xlsm|xlsb|ods)$/i.test(fileName)) ||
    (startsWith([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])(head) &&
      !/\.(doc|ppt|msg)$/i.test(fileName))
  );
};

/** Workbooks of Excel and LibreOffice; of several sheets the visible one with most cells, and those with the same columns. */
export const excel: TableKind = {
  name: 'a spreadsheet',
  extensions: ['xlsx', 'xls', 'xlsm', 'xlsb', 'ods'],
  matches: isWorkbook,
  async open(source: Source, choices: FormatChoices = {}): Promise<RawRows> {
    const { rows, notes, sheets, sheet } = rowsIn(await source.read(), choices.sheet);
    return {
      header: 'UNKNOWN',
      batches: (async function* () {
        yield { rows, read: 1 };
      })(),
      notes,
      format: { sheets, sheet },
    };
  },
};

function rowsIn(bytes: Buffer, sheet?: string): Chosen {
  const sheets = sheetsIn(bytes);
  const chosen = chooseSheets(sheets, sheet);
  if (!chosen) throw new DomainError('DATA_EMPTY', 'The workbook has no sheet with rows. Add examples.');
  return { ...chosen, notes: [...sheets.flatMap(({ notes }) => notes), ...chosen.notes] };
}

function sheetsIn(bytes: Buffer): (Sheet & { readonly notes: readonly string[] })[] {
  try {
    const book = readBook(bytes);
    return book.SheetNames.map((name, i) => ({
      name,
      hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0,
      ...sheetRows(book.Sheets[name]),
    }));
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw unreadable((error as Error).message);
  }
}

function readBook(bytes: Buffer): XLSX.WorkBook {
  assertFewRepeats(bytes);
  // Cells of a page are texts: the library would read decimal commas as thousands.
  const raw = isPage(bytes.subarray(0, 512));
  const options = {
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellStyles: false,
    cellDates: true,
    raw,
  };
  try {
    return XLSX.read(bytes, options);
  } catch (error) {
    if (!(error as Error).message.includes('styles.xml')) throw error;
    return XLSX.read(withStyles(bytes), options);
  }
}

/** A workbook of OpenDocument with an empty file of styles: small writers leave it out, and the library asks for it. */
function withStyles(bytes: Buffer): Buffer {
  const files = XLSX.CFB.read(bytes, { type: 'buffer' });
  XLSX.CFB.utils.cfb_add(files, '/styles.xml', Buffer.from('<office:document-styles/>'));
  return Buffer.from(XLSX.CFB.write(files, { type: 'buffer', fileType: 'zip' }));
}

/** Of what the library says only a password tells people what to do. */
const unreadable = (why: string): DomainError =>
  new DomainError(
    'DATA_FORMAT',
    /password|encrypt/i.test(why)
      ? 'The spreadsheet is protected by a password. Save it without one.'
      : 'The spreadsheet is damaged, or written in a way that cannot be read. Save it again as XLSX, or as CSV in UTF-8.',
  );

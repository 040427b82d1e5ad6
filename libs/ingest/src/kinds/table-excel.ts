import XLSX from '@e965/xlsx';
import { DomainError } from '@kshot/domain';
import type { Source } from '../archives/archive.js';
import { quoteNames } from '../names/quote-names.js';
import type { RawRows, TableKind } from '../tables/table.js';
import { startsWith } from './signature.js';

const isWorkbook = (head: Buffer, fileName: string): boolean => {
  const text = head.toString('latin1');
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

/** Workbooks of Excel and LibreOffice; of several sheets the one with most cells. */
export const excel: TableKind = {
  name: 'a spreadsheet',
  extensions: ['xlsx', 'xls', 'xlsm', 'xlsb', 'ods'],
  matches: isWorkbook,
  async open(source: Source): Promise<RawRows> {
    const { name, rows, others } = sheetIn(await source.read());
    return {
      header: 'UNKNOWN',
      batches: (async function* () {
        yield { rows, read: 1 };
      })(),
      notes:
        others.length > 0
          ? [`The rows are those of the sheet "${name}"; other sheets were left out: ${quoteNames(others)}.`]
          : [],
    };
  },
};

function sheetIn(bytes: Buffer): { name: string; rows: string[][]; others: string[] } {
  try {
    const book = XLSX.read(bytes, {
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellStyles: false,
      cellDates: true,
    });
    const sheets = book.SheetNames.map((name) => ({ name, rows: rowsOf(book.Sheets[name]) }));
    const filled = sheets.filter(({ rows }) => rows.length > 0);
    const cells = ({ rows }: { rows: string[][] }) => rows.reduce((sum, row) => sum + row.length, 0);
    const [first, ...rest] = filled.sort((a, b) => cells(b) - cells(a));
    if (first) return { ...first, others: rest.map(({ name }) => name) };
  } catch (error) {
    throw unreadable((error as Error).message);
  }
  throw unreadable('it has no sheet with rows');
}

function rowsOf(sheet: XLSX.WorkSheet | undefined): string[][] {
  if (!sheet) return [];
  const rows = XLSX.utils.sheet_to_json<unknown[]>(sheet, {
    header: 1,
    raw: true,
    defval: '',
    blankrows: false,
    UTC: true,
  });
  return rows.map((row) => row.map(cellText));
}

const cellText = (value: unknown): string =>
  value instanceof Date
    ? value.toISOString().replace(/T00:00:00\.000Z$/, '')
    : value === null || value === undefined
      ? ''
      : String(value);

const unreadable = (why: string): DomainError =>
  new DomainError(
    'DATA_FORMAT',
    `The Excel workbook (spreadsheet) cannot be read (${why.slice(0, 120)}). Save it again as XLSX, or as CSV in UTF-8.`,
  );

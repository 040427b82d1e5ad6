import XLSX from '@e965/xlsx';
import { DomainError, limits } from '@kshot/domain';
import { startsWith } from '../signature.js';

const TAG = /<table:(table-row|table-cell|covered-table-cell)\b([^>]*)>(\s*<text:)?|<\/table:table-row>/g;
/** Cells with something in them that a workbook may stand for. */
const MOST_CELLS = 50_000_000;

/**
 * A workbook of OpenDocument says that rows and cells come again instead of writing them again: a few bytes can stand for billions of
 * cells. Counts those with something in them before anything is made of them. Throws DATA_TOO_LARGE.
 */
export function assertFewRepeats(bytes: Buffer): void {
  if (!startsWith('PK\x03\x04')(bytes) || !bytes.includes('content.xml')) return;
  const files = XLSX.CFB.read(bytes, { type: 'buffer' });
  const content = XLSX.CFB.find(files, '/content.xml')?.content;
  if (!content) return;
  let [cells, rows, repeated, own] = [0, 0, 1, 0];
  for (const [, tag, attributes = '', text] of Buffer.from(content as Uint8Array)
    .toString('utf8')
    .matchAll(TAG)) {
    if (tag === 'table-row') {
      repeated = timesIn(attributes, 'rows');
      own = 0;
    } else if (tag === undefined) {
      if (own > 0) rows += repeated;
      cells += own * repeated;
    } else if (text !== undefined || /office:value|calcext:value-type/.test(attributes)) {
      own += timesIn(attributes, 'columns');
    }
    if (rows > limits.examples || own > limits.columns || cells > MOST_CELLS)
      throw new DomainError(
        'DATA_TOO_LARGE',
        `The workbook repeats rows or cells until there are more than ${limits.examples} rows, ${limits.columns} columns or ${MOST_CELLS} cells. Save it again without them, or use a smaller one.`,
      );
  }
}

const timesIn = (attributes: string, what: 'rows' | 'columns'): number =>
  Math.max(1, Number(new RegExp(`table:number-${what}-repeated="(\\d{1,15})"`).exec(attributes)?.[1] ?? 1));

import { isKnownName } from '../columns/known-names.js';
import { looksLikeNumber } from '../columns/parse-number.js';
import type { RawRows } from '../tables/table.js';
import type { Decoded } from '../texts/decode-text.js';

/** Lines that are looked at. */
const LOOKED_AT = 300;

/** The rows of a file of plain sentences, one on each line, whose commas divide no cells. */
export const sentenceRows = (decoded: Decoded, found: boolean): RawRows => ({
  header: 'FIRST_ROW',
  batches: rowsOf(decoded),
  notes: found ? ['The lines are sentences, whose commas divide no columns: each was read as a text.'] : [],
  format: { delimiter: 'NONE' },
});

async function* rowsOf(decoded: Decoded): RawRows['batches'] {
  yield { rows: [['text']], read: 0 };
  let rest = '';
  let first = true;
  for await (const { text, read } of decoded.pieces()) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() as string;
    const rows = first && isKnownName(lines[0] ?? '') ? lines.slice(1) : lines;
    first &&= lines.length === 0;
    yield { rows: rows.map((line) => [line.trim()]), read };
  }
  if (rest !== '') yield { rows: [[rest.trim()]], read: 1 };
}

const ENDS = /([.!?…。！？]["'”’»)\]]*|[:;]-?[()DPp]|\p{Extended_Pictographic}\ufe0f?)$/u;

/**
 * Whether lines are sentences: several words, most with an end, spaces behind their commas, no other delimiter, no quotes around cells,
 * and nothing between the commas that is like a cell.
 */
export function areSentences(lines: readonly string[]): boolean {
  const [first = '', ...others] = lines;
  const body = (isKnownName(first) ? others : lines).slice(0, LOOKED_AT);
  if (body.length < 3 || body.some((line) => /[\t;|]|^\s*["[{<#%@]|,"|,\S*,\S*,/.test(line.trim())))
    return false;
  const share = (is: (line: string) => boolean): number => body.filter(is).length / body.length;
  return (
    share((line) => ENDS.test(line.trim())) >= 0.7 &&
    share((line) => line.trim().split(/\s+/).length >= 4) >= 0.7 &&
    share((line) => !/,(?![\s\d]|$)/.test(line)) === 1 &&
    !haveCells(first.includes(',') ? lines : body)
  );
}

/** Whether commas divide cells: known names, numbers, or words that come again as classes do, at the same place of each line. */
function haveCells(lines: readonly string[]): boolean {
  const rows = lines.slice(0, LOOKED_AT).map((line) => line.split(',').map((cell) => cell.trim()));
  const [first = []] = rows;
  if (rows.some((row) => row.length < 2)) return false;
  if (first.some(isKnownName)) return true;
  const width = rows.every((row) => row.length === first.length) ? first.length : 1;
  return first.slice(0, width).some((_, i) => areCells(rows.slice(1).map((row) => row[i] as string)));
}

function areCells(cells: readonly string[]): boolean {
  const words = cells.filter((cell) => !ENDS.test(cell));
  const again = words.length > cells.length / 2 && 2 * new Set(words).size <= words.length;
  return again || cells.every(looksLikeNumber);
}

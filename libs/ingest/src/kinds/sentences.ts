import { isKnownName } from '../columns/known-names.js';
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
 * and no word in front of a comma that comes again as a class does.
 */
export function areSentences(lines: readonly string[]): boolean {
  const [first = '', ...others] = lines;
  const body = (isKnownName(first) ? others : lines).slice(0, LOOKED_AT);
  if (body.length < 3 || body.some((line) => /[\t;|]|^\s*["[{<#%@]|,"|,\S*,\S*,/.test(line.trim())))
    return false;
  const share = (is: (line: string) => boolean): number => body.filter(is).length / body.length;
  const beforeComma = body.flatMap((line) => /^([^,]*),/.exec(line)?.[1] ?? []);
  return (
    share((line) => ENDS.test(line.trim())) >= 0.7 &&
    share((line) => line.trim().split(/\s+/).length >= 4) >= 0.7 &&
    share((line) => !/,(?![\s\d]|$)/.test(line)) === 1 &&
    (beforeComma.length === 0 || 2 * new Set(beforeComma).size > beforeComma.length)
  );
}

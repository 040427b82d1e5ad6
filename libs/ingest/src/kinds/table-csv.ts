import { type Delimiter, DomainError } from '@kshot/domain';
import Papa from 'papaparse';
import type { Source } from '../archives/archive.js';
import { quoteNames } from '../names/quote-names.js';
import { type Dialect, nameOfDelimiter, papaOptions, sniffDialect, spaced } from '../tables/dialect.js';
import type { FormatChoices, RawRows, TableKind } from '../tables/table.js';
import { type Decoded, decodeText } from '../texts/decode-text.js';
import { areSentences, sentenceRows } from './sentences.js';

const SAMPLE = 256 * 1024;
/** Of one cell; more is an opened quote that never closes. */
const LONGEST_ROW = 4 * 1024 ** 2;

/** Text with a row on each line and cells between commas, semicolons, tabs or bars. */
export const csv: TableKind = {
  name: 'CSV',
  extensions: ['csv', 'tsv', 'txt', 'tab', 'data', 'psv'],
  matches: () => true,
  async open(source: Source, choices: FormatChoices = {}): Promise<RawRows> {
    const decoded = await decodeText(source);
    const { declared, dialect, sample } = await dialectOf(decoded, choices.delimiter);
    const lines = () => sample.split('\n').filter((line) => line.trim() !== '');
    if (
      choices.delimiter === 'NONE' ||
      (choices.delimiter === undefined && !declared && areSentences(lines()))
    )
      return sentenceRows(decoded, choices.delimiter === undefined);
    const { name, guessed, strays } = decoded.encoding;
    const notes = guessed
      ? [`The file is not UTF-8; it was read as ${name}. If letters look wrong, save it as UTF-8.`]
      : [];
    const rows = rowsOf(decoded, dialect, { declared, notes });
    const delimiter = nameOfDelimiter(dialect.delimiter);
    return {
      header: 'UNKNOWN',
      semicolons: dialect.delimiter === ';',
      batches: strays ? withStrays(rows, notes) : rows,
      notes,
      ...(delimiter === undefined ? {} : { format: { delimiter } }),
    };
  },
};

/** What a spreadsheet writes to name the delimiter. */
const DECLARED = /^"?sep=(.)"?[^\n]*\n/i;

async function dialectOf(
  decoded: Decoded,
  given: Delimiter | undefined,
): Promise<{ declared: boolean; dialect: Dialect; sample: string }> {
  let sample = '';
  let whole = true;
  for await (const { text } of decoded.pieces()) {
    sample += text;
    if (sample.length > SAMPLE) {
      whole = false;
      break;
    }
  }
  if (sample.trim() === '') throw new DomainError('DATA_EMPTY', 'The file is empty.');
  const declared = DECLARED.exec(sample);
  const end = whole ? sample.length : sample.lastIndexOf('\n') + 1;
  const body = sample.slice(declared?.[0].length ?? 0, end || sample.length);
  const dialect = sniffDialect(body, given);
  return {
    sample: body,
    declared: declared !== null,
    dialect: declared && given === undefined ? { ...dialect, delimiter: declared[1] as string } : dialect,
  };
}

/** Rows of cells; in the end the notes name a quote that never closes. */
async function* rowsOf(
  decoded: Decoded,
  dialect: Dialect,
  { declared, notes }: { declared: boolean; notes: string[] },
): RawRows['batches'] {
  const Parser = (Papa as { Parser: new (options: object) => { parse: Parse } }).Parser;
  const parser = new Parser(papaOptions(dialect));
  let rest = '';
  let row = 0;
  let line = declared ? 2 : 1;
  let skip = declared;
  for await (const { text, read } of decoded.pieces()) {
    rest += text;
    if (skip) {
      if (!rest.includes('\n')) continue;
      rest = rest.replace(DECLARED, '');
      skip = false;
    }
    const end = dialect.delimiter === ' ' ? rest.lastIndexOf('\n') + 1 : rest.length;
    const { data, meta } = parser.parse(spaced(rest.slice(0, end), dialect), 0, true);
    const parsed = dialect.delimiter === ' ' ? end : meta.cursor;
    line += linesIn(rest.slice(0, parsed));
    rest = rest.slice(parsed);
    row += data.length;
    if (rest.length > LONGEST_ROW) throw unclosed(row + 1, rest);
    if (data.length > 0) yield { rows: data, read };
  }
  if (rest === '') return;
  const last = spaced(rest, dialect);
  const { data, errors } = parser.parse(last, 0, false);
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open) notes.push(neverCloses(line + linesIn(last.slice(0, open.index))));
  yield { rows: data, read: 1 };
}

/** The same rows; in the end the notes name those with letters that could not be read. */
async function* withStrays(batches: RawRows['batches'], notes: string[]): RawRows['batches'] {
  const odd: string[] = [];
  let row = 0;
  for await (const batch of batches) {
    for (const cells of batch.rows) {
      row++;
      if (cells.some((cell) => cell.includes('\ufffd'))) odd.push(`row ${row}`);
    }
    yield batch;
  }
  if (odd.length > 0)
    notes.push(
      `The file is UTF-8, but ${odd.length === 1 ? '1 row has letters that are' : `${odd.length} rows have letters that are`} not and became \ufffd: ${quoteNames(odd)}. Save the file as UTF-8 as a whole.`,
    );
}

type Parse = (
  text: string,
  base: number,
  ignoreLastRow: boolean,
) => { data: string[][]; errors: { code: string; index: number }[]; meta: { cursor: number } };

const linesIn = (text: string): number => text.split('\n').length - 1;

const neverCloses = (line: number): string =>
  `The quote that opens in line ${line} never closes, so everything after it is one cell. Close it, or write quotes within cells twice.`;

const unclosed = (row: number, text: string): DomainError =>
  new DomainError(
    'DATA_FORMAT',
    `Row ${row} (line ${row} or later) has more than ${LONGEST_ROW} characters; it begins with "${text.slice(0, 40)}". Close its quote, or write quotes within cells twice.`,
  );

import { DomainError, limits } from '@kshot/domain';
import { cleanName } from '../names/clean-name.js';
import { quoteNames } from '../names/quote-names.js';
import { closingRows, isRuler, MOST_CLOSING } from './closing-rows.js';
import { widthOf } from './dialect.js';
import { isHeaderAgain } from './extra-headers.js';
import { findHeader, type Header } from './find-header.js';
import { headerLines } from './header-lines.js';
import { haveRowNames } from './row-names.js';
import { joinedAt, unquotedCommas } from './unquoted-comma.js';

const LOOK_AT = 300;
/** Rows of a table that a row may close. */
const FEWEST_ROWS = 5;

type Row = readonly string[];

/** What becomes of the rows of a table. */
interface Sink {
  /** The names of the columns, before the first row. */
  begin(names: readonly string[]): void;
  row(row: Row): void;
  /** Given, every row is handed on at once and in order: wide ones, which have more cells than there are columns, empty ones, and sums and notes below the table. */
  readonly others?: { wide(row: Row): void; empty(row: Row): void };
}

/** Finds the header of a table, names its columns and passes over titles and empty rows. Throws DATA_EMPTY, DATA_TOO_LARGE. */
export function sieveRows(forced: boolean | undefined, sink: Sink) {
  let waiting: Row[] | undefined = [];
  let header: Header = { skipped: 0, present: true, width: 0 };
  let names: string[] = [];
  let plainNames: string[] = [];
  let rows = 0;
  const notes: string[] = [];
  const wide: number[] = [];
  let commas: readonly number[] = [];
  let again = 0;
  const last: Row[] = [];
  const addRow = (given: Row): void => {
    const row = commas.length > 0 && widthOf(given) > names.length ? joinedAt(given, commas) : given;
    if (header.present && isHeaderAgain(row, plainNames)) {
      again++;
      return;
    }
    const width = row.length > names.length ? widthOf(row) : row.length;
    if (width > names.length) {
      wide.push(rows + wide.length + 1);
      sink.others?.wide(row);
      return;
    }
    let filled = false;
    for (let i = 0; i < width && !filled; i++) filled = (row[i] as string).trim() !== '';
    if (!filled) {
      sink.others?.empty(row);
      return;
    }
    if ((rows === 0 ? header.present : names.length > 1) && isRuler(row)) return;
    if (++rows > limits.examples)
      throw new DomainError('DATA_TOO_LARGE', `The table has more than ${limits.examples} rows. Use fewer.`);
    last.push(row);
    if (sink.others || last.length > MOST_CLOSING) sink.row(last.shift() as Row);
  };
  /** Hands on the rows that were held back, without those that only close the table. */
  const close = (): void => {
    const closing = names.length < 2 ? 0 : closingRows(last);
    const kept = rows - closing > FEWEST_ROWS ? last.length - closing : last.length;
    for (const row of last.slice(0, kept)) sink.row(row);
    rows -= last.length - kept;
    if (kept === last.length) return;
    const said = last.slice(kept).map((row) => row.find((cell) => cell.trim() !== '') ?? '');
    notes.push(
      `${said.length === 1 ? 'The last row is a sum, an average or a note and was' : `The last ${said.length} rows are sums, averages or notes and were`} left out: ${quoteNames(said)}.`,
    );
  };
  const begin = (): void => {
    const first = waiting ?? [];
    waiting = undefined;
    const found = findHeader(first);
    header = { ...found, present: forced ?? found.present };
    const { names: own, lines, notes: said } = headerLines(first.slice(header.skipped));
    const body = first.slice(header.skipped + lines);
    const row = header.present && haveRowNames(own, body) ? ['', ...own] : own;
    if (row !== own)
      notes.push(
        'The rows have one cell more than there are names: their first cells are names of the rows.',
      );
    if (header.present && row === own) {
      commas = unquotedCommas(row, body) ?? [];
      header = { ...header, width: header.width - commas.length };
    }
    if (header.width > limits.columns)
      throw new DomainError(
        'DATA_TOO_LARGE',
        `The table has ${header.width} columns; at most ${limits.columns} are taken.`,
      );
    names = header.present ? namesFrom(row, header.width, notes) : numbered(header.width);
    plainNames = row.slice(0, widthOf(row)).map((cell) => cell.trim());
    notes.push(...oddWidth(names, header, commas));
    sink.begin(names);
    if (!header.present)
      notes.push(
        'The first row looks like data, not like a header: the columns were named column 1, column 2, …',
      );
    const titles = first.slice(0, header.skipped).filter((title) => widthOf(title) > 0);
    if (titles.length > 0)
      notes.push(
        `${titles.length === 1 ? 'The first line was' : `${titles.length} lines were`} passed over as a title: ${quoteNames(titles.map((title) => title.join(' ').trim()))}.`,
      );
    if (header.present) notes.push(...said);
    for (const next of first.slice(header.skipped + (header.present ? lines : 0))) addRow(next);
  };
  return {
    rows: () => rows,
    add(batch: readonly Row[]) {
      if (!waiting) return batch.forEach(addRow);
      for (const row of batch) {
        if (waiting) {
          if (row.length > limits.columns && widthOf(row) > limits.columns)
            throw new DomainError(
              'DATA_TOO_LARGE',
              `The table has ${row.length} columns; at most ${limits.columns} are taken.`,
            );
          waiting.push(row);
          if (waiting.length >= LOOK_AT) begin();
        } else addRow(row);
      }
    },
    finish() {
      if (waiting) begin();
      close();
      if (rows === 0)
        throw new DomainError('DATA_EMPTY', 'The table has no rows under its header. Add examples.');
      if (again > 0)
        notes.push(
          `${again === 1 ? '1 row repeats' : `${again} rows repeat`} the names of the columns and ${again === 1 ? 'was' : 'were'} left out.`,
        );
      if (wide.length > 0)
        notes.push(
          `${wide.length === 1 ? '1 row has' : `${wide.length} rows have`} more cells than there are columns and ${wide.length === 1 ? 'was' : 'were'} left out: ${quoteNames(wide.map((row) => `row ${row}`))}. Put cells that hold the delimiter into quotes.`,
        );
      return { names, rows, header: header.present, notes };
    },
  };
}

/** What is said where rows have a cell more than there are names. */
function oddWidth(names: readonly string[], { present, width }: Header, commas: readonly number[]): string[] {
  if (commas.length > 0) {
    const divided = commas.map((at, i) => `"${names[at - i]}"`);
    return [
      `The rows have ${width + commas.length} cells under ${width} names: a decimal comma without quotes divides ${quoteNames(divided)}, whose cells were put together.`,
    ];
  }
  if (!present || width < 2 || names.at(-1) !== '' || names.slice(0, -1).includes('')) return [];
  return [
    `The rows have ${width} cells under ${width - 1} names: look whether the names stand over the right columns. Put cells that hold the delimiter into quotes.`,
  ];
}

const numbered = (width: number): string[] => Array.from({ length: width }, (_, i) => `column ${i + 1}`);

/** Names of a header: cleaned, and made different where two are alike. */
function namesFrom(row: Row, width: number, notes: string[]): string[] {
  const seen = new Map<string, number>();
  const doubled: string[] = [];
  const names = Array.from({ length: width }, (_, i) => {
    const name = cleanName(row[i] ?? '');
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    if (count === 1 || name === '') return name;
    doubled.push(name);
    return `${name} (${count})`;
  });
  if (doubled.length > 0)
    notes.push(`Several columns have the same name; the later ones were numbered: ${quoteNames(doubled)}.`);
  return names;
}

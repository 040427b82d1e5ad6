import { isMissing, looksLikeNumber } from '../columns/parse-number.js';
import { quoteNames } from '../names/quote-names.js';
import { widthOf } from './dialect.js';
import { describingLines } from './extra-headers.js';

type Row = readonly string[];

/** The names of the columns, and how many lines they and what describes them take. */
interface HeaderLines {
  readonly names: Row;
  readonly lines: number;
  readonly notes: readonly string[];
}

/** Reads the lines that begin with the names: names on two lines are joined; questions, units and types under them are left out. */
export function headerLines(rows: readonly Row[]): HeaderLines {
  const [top = [], second = []] = rows;
  const described = describingLines(rows.slice(1));
  if (described > 0)
    return {
      names: top,
      lines: 1 + described,
      notes: [
        `${described === 1 ? 'The line' : `The ${described} lines`} under the names describe${described === 1 ? 's' : ''} them and ${described === 1 ? 'was' : 'were'} left out.`,
      ],
    };
  const joined = namesOnTwoLines(top, second, rows.slice(2));
  const lines = joined ? 2 : 1;
  const below = rows[lines] ?? [];
  const units = isUnitLine(below, rows.slice(lines + 1));
  return {
    names: joined ?? top,
    lines: lines + (units ? 1 : 0),
    notes: [
      ...(joined
        ? [
            `The names of the columns stand on two lines and were joined: ${quoteNames(joined.filter((name, i) => name !== top[i]?.trim()))}.`,
          ]
        : []),
      ...(units
        ? [
            `The line under the names holds units or types and was left out: ${quoteNames(below.filter((cell) => cell.trim() !== ''))}.`,
          ]
        : []),
    ],
  };
}

/**
 * The names where a line of groups stands over one of names, as merged cells are saved: "Quarter 1", "" over "Sales", "Cost". Groups are
 * followed by empty cells or come again. Undefined where the second line is one of data.
 */
export function namesOnTwoLines(top: Row, second: Row, body: readonly Row[]): string[] | undefined {
  const width = Math.max(widthOf(top), widthOf(second));
  const [above, below] = [cellsOf(top, width), cellsOf(second, width)];
  const filled = below.filter((cell) => cell !== '');
  if (
    filled.length < 2 ||
    filled.some((cell) => looksLikeNumber(cell) || isMissing(cell) || cell.length > 60)
  )
    return undefined;
  if (above.some((name, i) => name === '' && below[i] === '')) return undefined;
  const open = above.filter((name, i) => below[i] !== '' && (name === '' || above.indexOf(name) < i)).length;
  const overNumbers = below.some((name, i) => name !== '' && isMostlyNumbers(body, i));
  const again = below.some((name, i) => name !== '' && body.some((row) => row[i]?.trim() === name));
  if (open === 0 || again || !(overNumbers || open > 1) || body.length === 0) return undefined;
  let group = '';
  return above.map((name, i) => {
    const own = below[i] as string;
    if (name !== '') group = own === '' || own === name ? '' : name;
    if (own === '' || own === name) return name;
    return group === '' ? own : `${group} ${own}`;
  });
}

const cellsOf = (row: Row, width: number): string[] =>
  Array.from({ length: width }, (_, i) => (row[i] ?? '').trim());

/** Whether most cells of a column that are not empty are numbers. */
function isMostlyNumbers(rows: readonly Row[], column: number): boolean {
  const cells = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  return cells.length > 0 && cells.filter(looksLikeNumber).length > 0.8 * cells.length;
}

const BRACKETED = /^(\[[^\]]{0,20}\]|\([^)]{0,20}\))$/;
const UNIT =
  /^([kmµun]?(g|m|s|l|V|A|W|N|J|Pa|mol|Hz|bar)|[cd]m|[cd]?l|hPa|[kMG](Hz|W|Pa|N|J|B)|[kM]?Wh|m?AU|[mkµ]?I?U|[mµn]?mol\/d?[lL]|pH|min|hours?|days?|years?|h|d|a|sec|t|°[CF]?|[CFK]|deg|rad|%|‰|ppm|ppb|dB|rpm|mmHg|bpm|px|pcs|Stk\.?|Stück|[mck]?m[²³23]|ha|ft|in|mi|mph|lbs?|oz|(k?m|mi)\/(s|h)|m\/s[²2]|[µm]?g\/(d?l|m[³3])|kg\/m[²³23]|[€$£¥]|EUR|USD|GBP|CHF|JPY)$/;
const TYPE =
  /^(continuous|discrete|string|numeric|nominal|integer|int(32|64)?|float(32|64)?|double|decimal|text|varchar|char|bool(ean)?|date(time)?|timestamp|object|category|categorical|factor)$/i;
const NO_UNIT = /^[-–—/]?$/;

/** Whether a line holds units or types of the columns, one of them over numbers. */
export function isUnitLine(line: Row, body: readonly Row[]): boolean {
  const cells = line.map((cell) => cell.trim());
  const isUnit = (cell: string) => BRACKETED.test(cell) || UNIT.test(cell) || TYPE.test(cell);
  return (
    cells.every((cell) => NO_UNIT.test(cell) || isUnit(cell)) &&
    cells.some((cell, i) => isUnit(cell) && isMostlyNumbers(body, i))
  );
}

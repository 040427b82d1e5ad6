import { looksLikeNumber } from '../columns/parse-number.js';

type Row = readonly string[];

/** Rows at the end that are looked at. */
export const MOST_CLOSING = 5;

const TOTAL =
  /^(grand |sub)?(total|totals|totale|totaal|sum|summe|gesamt|insgesamt|gesamtsumme|suma|somme|toplam|genel toplam|итого|всего|合计|总计|合計)\s*:?$/i;
const NOTE =
  /^(?:(?:sources?|notes?|quellen?|hinweis|anmerkung|fuente|fonte|kaynak|nota|remarque|stand|источник|来源|资料来源)\s*[:：]|\*|©)/i;

/** How many of the last rows close a table of several columns and are none of it: sums, and notes on where it is from. */
export function closingRows(rows: readonly Row[]): number {
  let closing = 0;
  while (closing < rows.length && closes(rows[rows.length - 1 - closing] as Row)) closing++;
  return closing;
}

function closes(row: Row): boolean {
  const [first = '', ...others] = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (others.length === 0 && NOTE.test(first)) return true;
  return TOTAL.test(first) && others.every((cell) => looksLikeNumber(cell) || TOTAL.test(cell));
}

/** A line of dashes that divides the names from the rows, as Markdown has it. */
export const isRuler = (row: Row): boolean => {
  const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return cells.length > 1 && cells.every((cell) => /^:?-{2,}:?$/.test(cell));
};

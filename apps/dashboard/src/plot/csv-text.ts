export type CsvCell = string | number | null | undefined;

/** Rows as comma-separated values (RFC 4180); the first row names the columns. */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');

/** A number with its sign: digits with a point, commas, spaces or an exponent, as of amounts and telephones. Spreadsheets compute nothing from it. */
const SIGNED = /^[+-][ \u00a0]?(\d+([., \u00a0]\d+)*[.,]?|[.,]\d+)(e[+-]?\d+)?[ \u00a0]?%?$/i;

/** A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. */
function quoted(cell: CsvCell): string {
  const plain = cell === null || cell === undefined ? '' : String(cell);
  const runs = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) && !SIGNED.test(cell);
  const text = runs ? `'${cell}` : plain;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export type CsvCell = string | number | null | undefined;

/** Rows as comma-separated values (RFC 4180). */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map(written).join(',')}\n`).join('');

/** A number with its sign: digits with a point, commas, spaces or an exponent, as of amounts and telephones. Spreadsheets compute nothing from it. */
const SIGNED = /^[+-][ \u00a0]?(\d+([., \u00a0]\d+)*[.,]?|[.,]\d+)(e[+-]?\d+)?[ \u00a0]?%?$/i;

/** A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers, and nothing is an empty cell. */
function written(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell);
  const plain = cell ?? '';
  const text = /^[=+\-@\t\r]/.test(plain) && !SIGNED.test(plain) ? `'${plain}` : plain;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

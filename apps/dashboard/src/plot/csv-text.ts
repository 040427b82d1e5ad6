export type CsvCell = string | number | null | undefined;

/** Rows as comma-separated values (RFC 4180); the first row names the columns. */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');

/** A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. */
function quoted(cell: CsvCell): string {
  const plain = cell === null || cell === undefined ? '' : String(cell);
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : plain;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

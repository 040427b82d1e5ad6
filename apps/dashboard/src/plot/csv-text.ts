export type CsvCell = string | number | null | undefined;

/** Rows as comma-separated values (RFC 4180); the first row names the columns. */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');

function quoted(cell: CsvCell): string {
  const text = cell === null || cell === undefined ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

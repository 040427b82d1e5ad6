export type CsvCell = string | number | null | undefined;

/** Rows as comma-separated values (RFC 4180), for every export of the API. */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map(written).join(',')}\n`).join('');

/** A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. */
function written(cell: CsvCell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = /^[=+\-@\t\r]/.test(cell ?? '') ? `'${cell}` : (cell ?? '');
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

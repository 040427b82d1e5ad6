/** Text that was pasted, as a file: cells of a spreadsheet (with tabs) and tables as they are, other lines as one text each. */
export function textFile(text: string): File | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return null;
  if (text.includes('\t')) return new File([text], 'Pasted.tsv', { type: 'text/tab-separated-values' });
  const content = isTable(lines) ? text : ['text', ...lines.map(quoted)].join('\n');
  return new File([content], 'Pasted.csv', { type: 'text/csv' });
}

/** Whether all lines have as many delimiters, under short names. */
const isTable = (lines: readonly string[]): boolean =>
  [',', ';', '|'].some((delimiter) => {
    const [names = '', ...rows] = lines;
    const count = names.split(delimiter).length;
    const isHeader = names
      .split(delimiter)
      .every((name) => /^\s*"?[\p{L}_][\p{L}\p{N}_ -]{0,40}"?\s*$/u.test(name));
    return (
      count > 1 && rows.length > 0 && isHeader && rows.every((row) => row.split(delimiter).length >= count)
    );
  });

const quoted = (line: string): string => `"${line.trim().replaceAll('"', '""')}"`;

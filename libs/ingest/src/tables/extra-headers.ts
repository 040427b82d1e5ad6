type Row = readonly string[];

/** How many lines under the names describe them again: survey tools export the questions and their ids below. */
export const describingLines = (rows: readonly Row[]): number =>
  rows[1]?.some((cell) => /^\s*\{"ImportId":/.test(cell))
    ? 2
    : rows[0]?.some((cell) => /^\s*\{"ImportId":/.test(cell))
      ? 1
      : 0;

/** Whether a row says the names once more, as where several tables were put below each other. */
export const isHeaderAgain = (row: Row, header: Row): boolean =>
  header.length > 1 &&
  row.length >= header.length &&
  header.every((name, i) => name === (row[i] ?? '').trim()) &&
  header.some((name) => name !== '');

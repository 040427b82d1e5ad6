import Papa from 'papaparse';

export interface Dialect {
  readonly delimiter: string;
  /** Whether `"` encloses cells; elsewhere it is a character as others. */
  readonly quotes: boolean;
}

const delimiters = [',', ';', '\t', '|'];
const ROWS = 300;

/** Finds the delimiter, and whether quotes enclose cells, by parsing: what gives rows of one width, of two cells or more, without errors. */
export function sniffDialect(sample: string): Dialect {
  let best: Dialect = { delimiter: ',', quotes: true };
  let most = 0;
  for (const delimiter of delimiters) {
    for (const quotes of [true, false]) {
      const score = scoreOf(sample, { delimiter, quotes });
      if (score > most + 1e-9) {
        most = score;
        best = { delimiter, quotes };
      }
    }
  }
  return best;
}

/** The share of rows that have the most frequent width, less the share with errors; 0 where that width is one. */
function scoreOf(sample: string, dialect: Dialect): number {
  const { data, errors } = Papa.parse<string[]>(sample, { ...papaOptions(dialect), preview: ROWS });
  const widths = data.map(widthOf).filter((width) => width > 0);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let [common, share] = [0, 0];
  for (const [width, count] of counts) if (count > share) [common, share] = [width, count];
  if (common < 2) return 0;
  return (share - errors.filter(({ type }) => type === 'Quotes').length) / widths.length;
}

/** Cells of a row up to the last one that is not empty. */
export function widthOf(row: readonly string[]): number {
  let width = row.length;
  while (width > 0 && (row[width - 1] as string).trim() === '') width--;
  return width;
}

export const papaOptions = ({ delimiter, quotes }: Dialect) =>
  ({ delimiter, newline: '\n', ...(quotes ? {} : { fastMode: true }) }) as const;

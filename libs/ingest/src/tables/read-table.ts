import { DomainError, type ImportRequest } from '@kshot/domain';
import type { Source } from '../archives/archive.js';
import type { Report } from '../import-file.js';
import { type Cells, newCells } from './cells.js';
import { sieveRows } from './sieve-rows.js';
import type { FormatChoices, Table, TableKind } from './table.js';

export interface ReadOptions extends FormatChoices {
  /** Whether the first row holds names; found out when left out. */
  readonly header?: boolean | undefined;
  /** Reads at most this many rows. */
  readonly rows?: number;
}

/** The choices of a request that say how its file is read. */
export const formatChoices = ({ header, sheet, delimiter }: ImportRequest): ReadOptions => ({
  header,
  ...(sheet === undefined ? {} : { sheet }),
  ...(delimiter === undefined ? {} : { delimiter }),
});

/** Reads a table of any kind: finds its header, names its columns, passes over empty rows. Throws DATA_EMPTY, DATA_TOO_LARGE and what its reader throws. */
export async function readTable(
  kind: TableKind,
  source: Source,
  report: Report,
  options: ReadOptions = {},
): Promise<Table> {
  const raw = await kind.open(source, options);
  if (options.sheet !== undefined && raw.format?.sheets === undefined)
    throw new DomainError(
      'BAD_INPUT',
      `plan.sheet: the file is ${kind.name} and has no sheets. Leave it out.`,
    );
  let columns: Cells[] = [];
  const sieve = sieveRows(raw.header === 'FIRST_ROW' ? true : options.header, {
    begin: (names) => {
      columns = names.map(newCells);
    },
    row(row) {
      for (const [i, cells] of columns.entries()) cells.push(row[i] ?? '');
    },
  });
  for await (const { rows, read } of raw.batches) {
    sieve.add(rows);
    report(read);
    if (sieve.rows() >= (options.rows ?? Number.POSITIVE_INFINITY)) break;
  }
  const { names, rows, header, notes } = sieve.finish();
  return {
    names,
    columns,
    rows,
    header,
    semicolons: raw.semicolons ?? false,
    notes: [...raw.notes, ...notes],
    ...(raw.format === undefined ? {} : { format: raw.format }),
    ...(raw.label === undefined ? {} : { label: raw.label }),
  };
}

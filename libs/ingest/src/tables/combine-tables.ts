import { plainName } from '../columns/known-names.js';
import type { Part } from '../layout/part-of.js';
import { newCells } from './cells.js';
import type { Table } from './table.js';

export interface PartedTable {
  readonly table: Table;
  readonly part: Part | 'unlabelled' | null;
  /** What its file is called. */
  readonly stem: string;
}

/** Several tables below each other, by the names of their columns, with a column for the part where there are parts; one table stays as it is. */
export function combineTables(tables: readonly PartedTable[]): Table | undefined {
  const [first] = tables;
  if (!first || tables.length === 1) return first?.table;
  const names = [...first.table.names];
  for (const { table } of tables)
    for (const name of table.names)
      if (!names.some((each) => plainName(each) === plainName(name))) names.push(name);
  const columns = names.map(newCells);
  const parts = newCells();
  for (const { table, part } of tables) {
    const sources = names.map((name, i) =>
      table.header
        ? table.columns[table.names.findIndex((each) => plainName(each) === plainName(name))]
        : table.columns[i],
    );
    for (let row = 0; row < table.rows; row++) {
      for (const [i, source] of sources.entries()) columns[i]!.push(source?.at(row) ?? '');
      parts.push(part ?? '');
    }
  }
  const parted = tables.some(({ part }) => part !== null);
  const own =
    !parted || names.some((name) => plainName(name) === 'split') ? [] : [{ name: 'split', cells: parts }];
  return {
    names: [...names, ...own.map(({ name }) => name)],
    columns: [...columns, ...own.map(({ cells }) => cells)],
    rows: parts.length,
    header: first.table.header,
    semicolons: first.table.semicolons,
    notes: [...new Set(tables.flatMap(({ table }) => table.notes))],
  };
}

/**
 * The tables with a column of the class where each is one class: "negative.csv" beside "positive.csv". Names that differ by numbers
 * alone, such as those of months, are no classes.
 */
export function withClassOfFile(tables: readonly PartedTable[]): PartedTable[] | undefined {
  const names = new Set(tables.map(({ stem }) => stem.replaceAll(/[\d\W_]+/g, '').toLowerCase()));
  if (tables.length < 2 || names.size < tables.length || names.has('')) return undefined;
  return tables.map(({ table, stem, part }) => {
    const cells = newCells();
    for (let row = 0; row < table.rows; row++) cells.push(stem);
    return {
      stem,
      part,
      table: { ...table, names: [...table.names, 'class'], columns: [...table.columns, cells] },
    };
  });
}

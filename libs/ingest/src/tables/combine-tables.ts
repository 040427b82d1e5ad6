import { plainName } from '../columns/known-names.js';
import type { Part } from '../layout/part-of.js';
import { newCells } from './cells.js';
import type { Table } from './table.js';

export interface PartedTable {
  readonly table: Table;
  readonly part: Part | 'unlabelled' | null;
  /** What its file is called, and the folder that it lies in. */
  readonly stem: string;
  readonly folder: string;
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
 * The tables with a column of the class where the folders that they lie in are classes, or each is one: "negative.csv" beside
 * "positive.csv". Names that differ by numbers alone, such as those of months, are no classes.
 */
export function withClassOfFile(tables: readonly PartedTable[]): PartedTable[] | undefined {
  if (tables.some(({ part }) => part !== null)) return undefined;
  const lettersOf = (name: string): string => name.replaceAll(/[\d\W_]+/g, '').toLowerCase();
  const folders = new Set(tables.map(({ folder }) => lettersOf(folder)));
  const inFolders = folders.size > 1 && folders.size < tables.length && !folders.has('');
  const names = new Set(tables.map(({ stem }) => lettersOf(stem)));
  if (!inFolders && (tables.length < 2 || names.size < tables.length || names.has(''))) return undefined;
  return tables.map((own) => {
    const { table, stem, folder } = own;
    const cells = newCells();
    for (let row = 0; row < table.rows; row++) cells.push(inFolders ? folder : stem);
    return {
      ...own,
      table: { ...table, names: [...table.names, 'class'], columns: [...table.columns, cells] },
    };
  });
}

/** Tables of the same part with as many rows and other columns side by side: X_train.csv and y_train.csv. */
export function besideEachOther(tables: readonly PartedTable[]): PartedTable[] {
  const joined: PartedTable[] = [];
  for (const own of tables) {
    const at = joined.findIndex((other) => other.part === own.part && areHalves(other.table, own.table));
    const other = joined[at];
    if (!other) joined.push(own);
    else
      joined[at] = {
        ...other,
        table: {
          ...other.table,
          names: [...other.table.names, ...own.table.names],
          columns: [...other.table.columns, ...own.table.columns],
          notes: [...other.table.notes, ...own.table.notes],
        },
      };
  }
  return joined;
}

const areHalves = (a: Table, b: Table): boolean =>
  a.rows === b.rows && a.header && b.header && !a.names.some((name) => b.names.includes(name));

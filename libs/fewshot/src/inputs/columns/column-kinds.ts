import type { InputColumn } from '../input-spec.js';
import { categoryColumn } from './category-column.js';
import type { ColumnKind, TableColumn } from './column-kind.js';
import { numberColumn } from './number-column.js';
import { textColumn } from './text-column.js';

const columnKinds: { readonly [K in InputColumn['kind']]: ColumnKind<K> } = {
  NUMBER: numberColumn,
  CATEGORY: categoryColumn,
  TEXT: textColumn,
};

/** What a kind does, asked by columns that are of it. */
interface AnyKind {
  fit(column: TableColumn, rows: readonly number[]): InputColumn;
  width(column: InputColumn): number;
  encode(
    column: InputColumn,
    source: TableColumn,
    rows: ArrayLike<number>,
    put: (i: number, j: number, value: number) => void,
  ): void;
  missing(column: InputColumn): TableColumn;
}
const kindOf = ({ kind }: InputColumn | TableColumn): AnyKind => columnKinds[kind] as AnyKind;

/** Fitted on these rows only. */
export const fitColumn = (column: TableColumn, rows: readonly number[]): InputColumn =>
  kindOf(column).fit(column, rows);

/** How many numbers a cell becomes. */
export const columnWidth = (column: InputColumn): number => kindOf(column).width(column);

/** A column with one cell, which is missing. */
export const missingCell = (column: InputColumn): TableColumn => kindOf(column).missing(column);

/** Puts number j of the cell of each row i; cells of a column that the table lacks, or has as another kind, count as missing. */
export function encodeColumn(
  column: InputColumn,
  source: TableColumn | undefined,
  rows: ArrayLike<number>,
  put: (i: number, j: number, value: number) => void,
): void {
  if (source?.kind === column.kind) kindOf(column).encode(column, source, rows, put);
  else kindOf(column).encode(column, missingCell(column), new Int32Array(rows.length), put);
}

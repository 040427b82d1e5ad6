import { type Cells, newCells } from '../../tables/cells.js';
import type { Table } from '../../tables/table.js';

/** Share of the rows that must mark exactly one of the columns. */
const ENOUGH = 0.9;
const marks: Readonly<Record<string, number>> = {
  '': 0,
  '0': 0,
  '0.0': 0,
  false: 0,
  '1': 1,
  '1.0': 1,
  true: 1,
};

/** A table with a column for each class, 1 where a row is of it and 0 elsewhere, as one with a column `label`; any other as it is. */
export function withoutMarkedColumns(table: Table): Table {
  const marked = table.names.flatMap((_, i) => (areMarks(table.columns[i] as Cells) ? [i] : []));
  if (marked.length < 2) return table;
  const label = newCells();
  let others = 0;
  for (let row = 0; row < table.rows; row++) {
    const own = marked.filter((i) => markIn((table.columns[i] as Cells).at(row)) === 1);
    // Most tables with columns of 0 and 1 mark none or several: nothing more is read of them.
    if (own.length !== 1 && table.rows - ++others < ENOUGH * table.rows) return table;
    label.push(own.map((i) => table.names[i]).join(', '));
  }
  const isOther = (_: unknown, i: number) => !marked.includes(i);
  return {
    ...table,
    names: [...table.names.filter(isOther), 'label'],
    columns: [...table.columns.filter(isOther), label],
  };
}

const markIn = (cell: string): number | undefined => marks[cell.trim().toLowerCase()];

/** Whether cells hold 0 and 1, or what stands for them, and at least one 1. */
export function areMarks(cells: Iterable<string>): boolean {
  let seen = 0;
  for (const cell of cells) {
    const mark = markIn(cell);
    if (mark === undefined) return false;
    seen |= mark;
  }
  return seen === 1;
}

import { type Cells, newCells } from '../../tables/cells.js';
import type { Table } from '../../tables/table.js';

/** "images/a b.jpg cat": a path with its ending, and what stands behind it. */
const LISTED = /^(.+?\.\w{2,4})\s+(\S.*)$/;

/** A table of one column that lists paths with their classes, as one with a column for each; any other as it is. */
export function withListedPaths(table: Table): Table {
  const [lines, another] = table.columns;
  if (!lines || another) return table;
  const columns: [Cells, Cells] = [newCells(), newCells()];
  for (const line of lines) {
    const found = LISTED.exec(line.trim());
    if (!found) return table;
    columns[0].push(found[1] as string);
    columns[1].push(found[2] as string);
  }
  return { ...table, names: ['path', 'label'], columns };
}

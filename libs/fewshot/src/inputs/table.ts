import type { TableColumn } from './columns/column-kind.js';
import { columnWidth, encodeColumn, fitColumn } from './columns/column-kinds.js';
import { inputShape } from './input-shape.js';
import type { TableInput } from './input-spec.js';

/** Fits all that is fitted of columns on the given rows only (the training part). */
export function fitTable(columns: readonly TableColumn[], rows: ArrayLike<number>): TableInput {
  const chosen = Array.from(rows);
  return { modality: 'TABLE', columns: columns.map((column) => fitColumn(column, chosen)) };
}

/** Rows → [rows.length, features]. Columns are found by name; one that the spec asks for and the table lacks counts as missing. */
export function encodeTable(
  spec: TableInput,
  columns: readonly TableColumn[],
  rows: ArrayLike<number>,
): Float32Array {
  const width = inputShape(spec)[0] as number;
  const out = new Float32Array(rows.length * width);
  let offset = 0;
  for (const target of spec.columns) {
    const start = offset;
    const source = columns.find((column) => column.name === target.name);
    encodeColumn(target, source, rows, (i, j, value) => {
      out[i * width + start + j] = value;
    });
    offset += columnWidth(target);
  }
  return out;
}

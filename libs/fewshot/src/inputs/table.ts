import {
  columnWidth,
  type InputColumn,
  inputShape,
  type NumberReading,
  type TableInput,
} from './input-spec.js';

/** A column of a table: NaN is a missing number, −1 a missing category. Real numbers are the values plus the offset. */
export type TableColumn =
  | {
      readonly kind: 'NUMBER';
      readonly name: string;
      readonly values: Float32Array;
      readonly offset?: number | undefined;
      readonly reading?: NumberReading | undefined;
    }
  | {
      readonly kind: 'CATEGORY';
      readonly name: string;
      readonly categories: readonly string[];
      readonly values: Int32Array;
    };

/** Fits standardisation and categories on the given rows only (the training part). */
export function fitTable(columns: readonly TableColumn[], rows: ArrayLike<number>): TableInput {
  return { modality: 'TABLE', columns: columns.map((column) => fitColumn(column, Array.from(rows))) };
}

function fitColumn(column: TableColumn, rows: number[]): InputColumn {
  if (column.kind === 'CATEGORY') {
    const seen = new Set(rows.map((row) => column.values[row]));
    return {
      kind: 'CATEGORY',
      name: column.name,
      categories: column.categories.filter((_, i) => seen.has(i)),
    };
  }
  const present = rows.map((row) => column.values[row] as number).filter((value) => !Number.isNaN(value));
  const mean = present.reduce((sum, value) => sum + value, 0) / Math.max(1, present.length);
  const variance = present.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, present.length);
  const flagMissing = present.length < rows.length;
  const { name, offset, reading } = column;
  return {
    kind: 'NUMBER',
    name,
    mean,
    deviation: Math.sqrt(variance) || 1,
    flagMissing,
    ...(offset === undefined ? {} : { offset }),
    ...(reading === undefined ? {} : { reading }),
  };
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
    const source = columns.find((column) => column.name === target.name);
    for (let i = 0; i < rows.length; i++) {
      writeCell(out, i * width + offset, target, source, rows[i] as number);
    }
    offset += columnWidth(target);
  }
  return out;
}

function writeCell(
  out: Float32Array,
  at: number,
  target: InputColumn,
  source: TableColumn | undefined,
  row: number,
): void {
  if (target.kind === 'CATEGORY') {
    const name = source?.kind === 'CATEGORY' ? source.categories[source.values[row] as number] : undefined;
    const index = name === undefined ? -1 : target.categories.indexOf(name);
    if (index >= 0) out[at + index] = 1;
    return;
  }
  const value = source?.kind === 'NUMBER' ? (source.values[row] as number) : Number.NaN;
  const shift = source?.kind === 'NUMBER' ? (source.offset ?? 0) - (target.offset ?? 0) : 0;
  if (!Number.isNaN(value)) out[at] = (value + shift - target.mean) / target.deviation;
  else if (target.flagMissing) out[at + 1] = 1;
}

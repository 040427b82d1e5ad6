import type { PackArray } from '@kshot/domain';
import type { StoredCells } from '../columns/kinds/column-kind.js';
import { columnKind, isContent, kindForRole } from '../columns/kinds/column-kinds.js';
import type { TablePlan } from '../columns/plan-table.js';
import { quoteNames } from '../names/quote-names.js';
import { contentKey } from '../pack/content-key.js';
import type { Content } from '../texts/pack-texts.js';
import type { Cells } from './cells.js';
import type { Table } from './table.js';

/** The columns that classes are learned from. */
export function tableContent(table: Table, { columns }: TablePlan, rows: Int32Array): Content {
  const read = columns
    .filter(({ role, why }) => why === null && isContent(role))
    .map(({ index, name, role, profile }) =>
      kindForRole(role).import(name, table.columns[index] as Cells, rows, profile),
    );
  const constant = read
    .filter(({ entry }) => columnKind(entry).isConstant(entry))
    .map(({ entry }) => entry.name);
  return {
    manifest: { modality: 'TABLE', columns: read.map(({ entry }) => entry) },
    ...rowArrays(read, rows.length),
    warnings: [
      ...read.flatMap(({ warnings }) => warnings),
      ...(constant.length > 0
        ? [
            `${constant.length === 1 ? '1 column has' : `${constant.length} columns have`} the same value in each row and ${constant.length === 1 ? 'carries' : 'carry'} no information: ${quoteNames(constant)}.`,
          ]
        : []),
    ],
  };
}

/** Rows as a pack stores them, and keys of their content. */
export function rowArrays(columns: readonly StoredCells[], rows: number): Pick<Content, 'arrays' | 'keys'> {
  const arrays: Record<string, PackArray> = Object.assign(
    {},
    ...columns.map((column, i) => column.arrays(i)),
  );
  const line = new Float64Array(columns.length);
  const bytes = new Uint8Array(line.buffer);
  const keys = Float64Array.from({ length: rows }, (_, row) => {
    for (const [c, { keys: own }] of columns.entries()) line[c] = own[row] as number;
    return contentKey(bytes);
  });
  return { arrays, keys };
}

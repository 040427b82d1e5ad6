import type { ColumnRole, PackArray, PackColumn } from '@kshot/domain';
import type { TableColumn } from '@kshot/fewshot';
import type { Cells } from '../../tables/cells.js';
import type { Profile } from '../profile-column.js';
import { categoryKind } from './category-kind.js';
import type { AskedColumn, ColumnKind, Kind, ReadColumn, StoredCells } from './column-kind.js';
import { numberKind } from './number-kind.js';
import { textKind } from './text-kind.js';

const columnKinds: { readonly [K in Kind]: ColumnKind<K> } = {
  NUMBER: numberKind,
  CATEGORY: categoryKind,
  TEXT: textKind,
};

/** The kind of a column that is used as this; undefined of what is no column of a row. */
const kindByRole: Readonly<Partial<Record<ColumnRole, Kind>>> = {
  NUMBER: 'NUMBER',
  DATE: 'NUMBER',
  CATEGORY: 'CATEGORY',
  TEXT: 'TEXT',
};

/** Whether classes are learned from columns of this role. */
export const isContent = (role: ColumnRole): boolean => kindByRole[role] !== undefined;

/** What a kind does, asked by columns that are of it. */
interface AnyKind {
  import(name: string, cells: Cells, rows: Int32Array, profile: Profile): ReadColumn;
  read(column: AskedColumn, cells: readonly (string | null)[]): TableColumn;
  store(column: TableColumn): StoredCells;
  describe(
    entry: PackColumn,
    arrays: Readonly<Record<string, PackArray>>,
    index: number,
    count: number,
  ): PackColumn;
  asked(entry: PackColumn): AskedColumn;
  isConstant(entry: PackColumn): boolean;
}

export const columnKind = ({ kind }: { readonly kind: Kind }): AnyKind => columnKinds[kind] as AnyKind;

/** Of a role that is content. */
export const kindForRole = (role: ColumnRole): AnyKind => columnKind({ kind: kindByRole[role] as Kind });

import type { Array1, PackArray, PackColumn } from '@kshot/domain';
import type { CategoryColumn, NumberColumn, TableColumn, TextColumn } from '@kshot/fewshot';
import type { Cells } from '../../tables/cells.js';
import type { Profile } from '../profile-column.js';

export type Kind = PackColumn['kind'];
export type Entry<K extends Kind> = Extract<PackColumn, { kind: K }>;
export type Values<K extends Kind> = Extract<TableColumn, { kind: K }>;

/** A column of a model or of a data set that cells are read for. */
export type AskedColumn =
  | Pick<NumberColumn, 'kind' | 'name' | 'mean' | 'offset' | 'reading'>
  | Pick<CategoryColumn, 'kind' | 'name' | 'categories'>
  | Pick<TextColumn, 'kind' | 'name'>;
export type Asked<K extends Kind> = Extract<AskedColumn, { kind: K }>;

/** The cells of a column as a pack stores them. */
export interface StoredCells {
  /** Arrays of the pack, of column number `index`. */
  arrays(index: number): Readonly<Record<string, PackArray>>;
  /** [n] numbers that are the same for the same content. */
  readonly keys: ArrayLike<number>;
}

/** A column of an imported table. */
export interface ReadColumn extends StoredCells {
  readonly entry: PackColumn;
  readonly warnings: readonly string[];
}

/** What is special about columns of one kind, from a file to a pack. */
export interface ColumnKind<K extends Kind> {
  /** The chosen rows of an imported column. */
  import(name: string, cells: Cells, rows: Int32Array, profile: Profile): ReadColumn;
  /** Cells that are given one by one, null where one is missing. Throws BAD_INPUT. */
  read(column: Asked<K>, cells: readonly (string | null)[]): Values<K>;
  store(column: Values<K>): StoredCells;
  /** The entry with what is found in the first `count` rows that `arrays` hold of column number `index`. */
  describe(
    entry: Entry<K>,
    arrays: Readonly<Record<string, PackArray>>,
    index: number,
    count: number,
  ): Entry<K>;
  /** A column of a data set, for cells that are to be added to it. */
  asked(entry: Entry<K>): Asked<K>;
  isConstant(entry: Entry<K>): boolean;
}

/** Cells that are numbers themselves. */
export const storedValues = (values: Exclude<Array1, Uint8Array>): StoredCells => ({
  arrays: (index) => ({ [`column:${index}`]: { shape: [values.length], values } }),
  keys: values,
});

import type { InputColumn, NumberReading } from '../input-spec.js';

/** A column of a table. NaN is a missing number, −1 a missing category, '' a missing text. */
export type TableColumn =
  | {
      readonly kind: 'NUMBER';
      readonly name: string;
      readonly values: Float32Array;
      /** Real numbers are the values plus this. */
      readonly offset?: number | undefined;
      readonly reading?: NumberReading | undefined;
    }
  | {
      readonly kind: 'CATEGORY';
      readonly name: string;
      readonly categories: readonly string[];
      readonly values: Int32Array;
    }
  | { readonly kind: 'TEXT'; readonly name: string; readonly values: readonly string[] };

type Kind = InputColumn['kind'];
export type Source<K extends Kind> = Extract<TableColumn, { kind: K }>;
export type Target<K extends Kind> = Extract<InputColumn, { kind: K }>;

/** What is special about columns of one kind. */
export interface ColumnKind<K extends Kind> {
  /** Fitted on these rows only. */
  fit(column: Source<K>, rows: readonly number[]): Target<K>;
  /** How many numbers a cell becomes. */
  width(column: Target<K>): number;
  /** Puts number j of the cell of each row i; those that are not put are 0. */
  encode(
    column: Target<K>,
    source: Source<K>,
    rows: ArrayLike<number>,
    put: (i: number, j: number, value: number) => void,
  ): void;
  /** A column with one cell, which is missing. */
  missing(column: Target<K>): Source<K>;
}

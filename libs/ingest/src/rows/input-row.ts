import type { RawInput } from '../inputs/raw-input.js';

/** One row of a file that a model is asked about. */
export interface InputRow {
  /** Path of a file; null for a row of a table. */
  readonly name: string | null;
  /** What stands in the columns of the file. */
  readonly cells: readonly string[];
  /** The class that the file itself gives. */
  readonly label: string | null;
  /** Read when its turn comes; what it throws is why the row has no answer. */
  read(): Promise<RawInput>;
}

/** A file, opened to be read row by row. */
export interface InputRows {
  /** Names of the columns, in order; none for pictures and text files. */
  readonly columns: readonly string[];
  readonly labelColumn: string | null;
  /** Those that inputs are made of; none for pictures and text files. */
  readonly inputColumns: readonly string[];
  readonly notes: readonly string[];
  /** Some rows at a time, with the share of the file that was read. */
  readonly batches: AsyncIterable<{ readonly rows: readonly InputRow[]; readonly read: number }>;
}

/** What a model takes, and which classes it knows. */
export interface Taker {
  readonly input: {
    readonly modality: 'IMAGE' | 'TEXT' | 'TABLE';
    readonly columns?: readonly { readonly name: string }[];
  };
  readonly classes: readonly string[];
  /** Whether it is a data set that takes the rows in: they may have other classes, whose column is also found by its usual names. */
  readonly learns?: boolean;
}

/** How a file is read; what is left out is found out from it. */
export interface RowsRequest {
  readonly fileName: string;
  readonly labelColumn?: string | undefined;
  readonly textColumn?: string | undefined;
}

/** How sentences call what takes the rows. */
export const takerOf = ({ learns }: Taker): string => (learns ? 'the data set' : 'the model');

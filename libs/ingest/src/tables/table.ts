import type { Source } from '../archives/archive.js';
import type { Cells } from './cells.js';

/** Rows of a file as its reader gives them, some at a time. */
export interface RawRows {
  /** Whether the first row holds names; to be found out where the format does not say. */
  readonly header: 'FIRST_ROW' | 'UNKNOWN';
  readonly batches: AsyncIterable<{ readonly rows: readonly (readonly string[])[]; readonly read: number }>;
  /** Decimal commas are likely where cells are divided by semicolons. */
  readonly semicolons?: boolean;
  readonly notes: readonly string[];
  /** The column that holds the class by the custom of the format. */
  readonly label?: string;
}

/** A format of tables, by its first bytes and its name. */
export interface TableKind {
  readonly name: string;
  readonly extensions: readonly string[];
  matches(head: Buffer, fileName: string): boolean;
  open(source: Source): Promise<RawRows>;
}

/** A table with its columns named; nothing is typed yet. */
export interface Table {
  readonly names: readonly string[];
  readonly columns: readonly Cells[];
  readonly rows: number;
  /** Whether the names are those of the file. */
  readonly header: boolean;
  readonly semicolons: boolean;
  readonly notes: readonly string[];
  readonly label?: string;
}

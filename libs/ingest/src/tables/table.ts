import type { Delimiter, ImportRequest } from '@kshot/domain';
import type { Source } from '../archives/archive.js';
import type { Cells } from './cells.js';

/** What is chosen of how a file is read. */
export type FormatChoices = Pick<ImportRequest, 'sheet' | 'delimiter'> & {
  /** Columns that a model asks for. Given, what cannot be read is an empty row at its place (`RawRows.unread`) and not left out. */
  readonly asked?: readonly string[];
};

/** How a file was read, where it could be read in another way too. */
export interface Format {
  /** Of a workbook: its sheets with rows, and the one that was read; null where several were. */
  readonly sheets?: readonly string[];
  readonly sheet?: string | null;
  /** Of a text: what divides its cells. */
  readonly delimiter?: Delimiter;
}

/** Rows of a file as its reader gives them, some at a time. */
export interface RawRows {
  /** Whether the first row holds names; to be found out where the format does not say. */
  readonly header: 'FIRST_ROW' | 'UNKNOWN';
  readonly batches: AsyncIterable<{ readonly rows: readonly (readonly string[])[]; readonly read: number }>;
  /** Decimal commas are likely where cells are divided by semicolons. */
  readonly semicolons?: boolean;
  readonly notes: readonly string[];
  /** Why rows are empty: they could not be read. Filled before they are handed on. */
  readonly unread?: ReadonlyMap<readonly string[], string>;
  readonly format?: Format;
  /** The column that holds the class by the custom of the format. */
  readonly label?: string;
}

/** A format of tables, by its first bytes and its name. */
export interface TableKind {
  readonly name: string;
  readonly extensions: readonly string[];
  matches(head: Buffer, fileName: string): boolean;
  open(source: Source, choices?: FormatChoices): Promise<RawRows>;
  /** What to do with several of them, where one is a single example and no data set. */
  readonly single?: string;
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
  readonly format?: Format;
  readonly label?: string;
}

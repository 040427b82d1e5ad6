import type { Like, NewExample } from '../inputs/pack-inputs.js';
import { cleanName } from '../names/clean-name.js';
import { quoteNames } from '../names/quote-names.js';
import type { InputRows } from './input-row.js';
import { openRows } from './open-rows.js';

/** A file whose examples are added to a version. */
export interface AddedFile {
  readonly fileName: string;
  /** Class of all its examples; null: each has its own. */
  readonly className: string | null;
}

/** The version that examples are added to. */
export interface AddedTo extends Like {
  readonly classes: readonly string[];
}

export interface AddedRows {
  /** The column that names the classes; null where none does. */
  readonly labelColumn: string | null;
  readonly notes: readonly string[];
  /** Some examples at a time, with the share of the file that was read. */
  readonly batches: AsyncIterable<{ readonly examples: readonly NewExample[]; readonly read: number }>;
  close(): Promise<void>;
}

/** Opens a file to add its examples to a version: each has the class of the file, of the label column, of its folder, or none. Throws DomainError where it is not of the version's kind. */
export async function openAdded(
  file: string,
  { fileName, className }: AddedFile,
  { modality, columns, classes }: Pick<AddedTo, 'modality' | 'columns' | 'classes'>,
): Promise<AddedRows> {
  const rows = await openRows(file, { fileName }, { input: { modality, columns }, classes, learns: true });
  async function* batches(): AsyncGenerator<{ examples: NewExample[]; read: number }> {
    let number = 0;
    for await (const batch of rows.batches)
      yield {
        read: batch.read,
        examples: batch.rows.map((row) => {
          number++;
          const name = row.name ?? `${fileName}, row ${number}`;
          const own = className ?? row.label;
          return { name: nameOf(name, row.cells, modality), className: own, read: row.read };
        }),
      };
  }
  const labelColumn = className === null ? rows.labelColumn : null;
  const notes = [...rows.notes, ...columnsLeftOut(rows, labelColumn)];
  return { labelColumn, notes, batches: batches(), close: rows.close };
}

function columnsLeftOut({ columns, inputColumns }: InputRows, label: string | null): string[] {
  const left = columns.filter((name) => name !== label && !inputColumns.includes(name));
  return left.length === 0
    ? []
    : [
        `${left.length} ${left.length === 1 ? 'column of the file was' : 'columns of the file were'} left out, since the data set has no such ${left.length === 1 ? 'one' : 'ones'}: ${quoteNames(left)}.`,
      ];
}

/** A text is called as it begins, like those of an import. */
const nameOf = (name: string, cells: readonly string[], modality: Like['modality']): string =>
  modality === 'TEXT' && cells.length > 0
    ? cleanName((cells.toSorted((a, b) => b.length - a.length)[0] as string).slice(0, 200)) || name
    : cleanName(name);

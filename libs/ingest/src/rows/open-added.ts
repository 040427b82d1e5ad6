import type { PackManifest } from '@kshot/domain';
import type { NewExample } from '../inputs/pack-inputs.js';
import { classOfFolder } from '../layout/class-of-folder.js';
import { cleanName } from '../names/clean-name.js';
import { openRows } from './open-rows.js';

/** A file whose examples are added to a version. */
export interface AddedFile {
  readonly fileName: string;
  /** Class of all its examples; null: each has its own. */
  readonly className: string | null;
}

/** The version that examples are added to. */
export interface AddedTo extends Pick<PackManifest, 'modality' | 'columns'> {
  readonly classes: readonly string[];
}

export interface AddedRows {
  readonly notes: readonly string[];
  /** Some examples at a time, with the share of the file that was read. */
  readonly batches: AsyncIterable<{ readonly examples: readonly NewExample[]; readonly read: number }>;
  close(): Promise<void>;
}

/** Opens a file to add its examples to a version: each has the class of the file, of the label column, of its folder, or none. Throws DomainError where it is not of the version's kind. */
export async function openAdded(
  file: string,
  { fileName, className }: AddedFile,
  { modality, columns, classes }: AddedTo,
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
          const own = className ?? row.label ?? (row.name === null ? null : classOfFolder(row.name));
          return { name: nameOf(name, row.cells, modality), className: own, read: row.read };
        }),
      };
  }
  return { notes: rows.notes, batches: batches(), close: rows.close };
}

/** A text is called as it begins, like those of an import. */
const nameOf = (name: string, cells: readonly string[], modality: AddedTo['modality']): string =>
  modality === 'TEXT' && cells.length > 0
    ? cleanName((cells.toSorted((a, b) => b.length - a.length)[0] as string).slice(0, 200)) || name
    : cleanName(name);

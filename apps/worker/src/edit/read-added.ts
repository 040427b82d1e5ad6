import { type AddedLine, DomainError, type PackManifest, type VersionEdit } from '@kshot/domain';
import {
  classOfFolder,
  cleanName,
  type NewExample,
  openRows,
  type PackedInputs,
  packInputs,
  quoteNames,
  type RawInput,
} from '@kshot/ingest';
import type { Blobs } from '@kshot/store';

/** What an edit adds to a version. */
export interface Added {
  readonly packed: PackedInputs;
  readonly warnings: readonly string[];
}

/** Reads all examples that an edit adds, in the form of the version. Throws where a file is not of its kind, or nothing can be read. */
export async function readAdded(
  blobs: Blobs,
  { addedHash, files, renamed }: VersionEdit,
  manifest: PackManifest,
  report: (share: number) => void,
): Promise<Added> {
  const examples: NewExample[] = addedHash ? linesOf(await blobs.read(addedHash)) : [];
  const closing: (() => Promise<void>)[] = [];
  const notes: string[] = [];
  const names = new Map(renamed);
  const classes = manifest.classes.map(({ name }) => names.get(name) ?? name);
  try {
    for (const { uploadHash, fileName, className } of files) {
      const input = { modality: manifest.modality, columns: manifest.columns };
      const rows = await openRows(blobs.path(uploadHash), { fileName }, { input, classes, learns: true });
      closing.push(rows.close);
      notes.push(...rows.notes);
      let number = 0;
      for await (const batch of rows.batches) {
        report(0.3 * batch.read);
        for (const row of batch.rows) {
          number++;
          const name = row.name ?? `${fileName}, row ${number}`;
          const own = className ?? row.label ?? (row.name === null ? null : classOfFolder(row.name));
          examples.push({ name: nameOf(name, row.cells, manifest), className: own, read: row.read });
        }
      }
    }
    const packed = await packInputs(manifest, examples, (share) => report(0.3 + 0.6 * share));
    if (packed.kept.length === 0 && examples.length > 0)
      throw new DomainError(
        'BAD_INPUT',
        `No example could be read. ${packed.problems[0]?.name}: ${packed.problems[0]?.why}`,
      );
    return { packed, warnings: [...notes, ...problemsOf(packed)] };
  } finally {
    for (const close of closing) await close();
  }
}

/** A text is called as it begins, like those of an import. */
const nameOf = (name: string, cells: readonly string[], { modality }: PackManifest): string =>
  modality === 'TEXT' && cells.length > 0
    ? cleanName((cells.toSorted((a, b) => b.length - a.length)[0] as string).slice(0, 200)) || name
    : cleanName(name);

function linesOf(bytes: Buffer): NewExample[] {
  const lines = bytes.toString().split('\n').filter(Boolean);
  return lines.map((line) => {
    const { className, name, image, text, row } = JSON.parse(line) as AddedLine;
    const input: RawInput =
      image !== undefined ? { image: Buffer.from(image, 'base64') } : row ? { row } : { text: text ?? '' };
    return { className, name, read: async () => input };
  });
}

function problemsOf({ problems }: PackedInputs): string[] {
  if (problems.length === 0) return [];
  const shown = quoteNames(problems.map(({ name, why }) => `${name} (${why.replace(/\.$/, '')})`));
  return [
    `${problems.length} ${problems.length === 1 ? 'example' : 'examples'} could not be read and ${problems.length === 1 ? 'was' : 'were'} left out: ${shown}.`,
  ];
}

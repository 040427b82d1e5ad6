import { type AddedLine, DomainError, isEmptyEdit, type PackManifest, type VersionEdit } from '@kshot/domain';
import {
  copiesOfKnown,
  type NewExample,
  openAdded,
  type PackedInputs,
  packInputs,
  quoteNames,
  type RawInput,
  unreadExamples,
} from '@kshot/ingest';
import type { Blobs } from '@kshot/store';

/** What an edit adds to a version. */
export interface Added {
  readonly packed: PackedInputs;
  readonly warnings: readonly string[];
}

interface Unread {
  readonly name: string;
  readonly why: DomainError;
}

/** Reads all examples that an edit adds, in the form of the version, whose examples have these keys. Files and examples that cannot be read are left out; throws where nothing else would change. */
export async function readAdded(
  blobs: Blobs,
  edit: VersionEdit,
  manifest: PackManifest,
  keys: readonly (number | null)[],
  report: (share: number) => void,
): Promise<Added> {
  const { addedHash, files, renamed } = edit;
  const examples: NewExample[] = addedHash ? linesOf(await blobs.read(addedHash)) : [];
  const names = new Map(renamed);
  const to = { ...manifest, classes: manifest.classes.map(({ name }) => names.get(name) ?? name) };
  const closing: (() => Promise<void>)[] = [];
  const notes: string[] = [];
  const unread: Unread[] = [];
  try {
    for (const file of files)
      try {
        const rows = await openAdded(blobs.path(file.uploadHash), file, to);
        closing.push(rows.close);
        const own: NewExample[] = [];
        for await (const batch of rows.batches) {
          report(0.3 * batch.read);
          own.push(...batch.examples);
        }
        examples.push(...own);
        notes.push(...rows.notes);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        unread.push({ name: file.fileName, why: error });
      }
    const packed = await packInputs(manifest, examples, (share) => report(0.3 + 0.6 * share));
    const { addedHash: _added, ...others } = edit;
    if (packed.kept.length === 0 && isEmptyEdit({ ...others, files: [] })) throw nothingAdded(unread, packed);
    const copies = copiesOfKnown(
      packed.kept.map(({ name }) => name),
      packed.keys,
      keys,
    );
    return {
      packed,
      warnings: [...notes, ...unread.map(unreadFile), ...unreadExamples(packed.problems), ...copies],
    };
  } finally {
    for (const close of closing) await close();
  }
}

const unreadFile = ({ name, why }: Unread): string =>
  `Nothing of ${quoteNames([name])} was added: ${why.message}`;

/** All reasons at once. */
function nothingAdded(unread: readonly Unread[], packed: PackedInputs): DomainError {
  const [first] = unread;
  if (first && unread.length === 1 && packed.problems.length === 0) return first.why;
  const reasons = [...unread.map(unreadFile), ...unreadExamples(packed.problems)];
  return new DomainError(
    first?.why.code ?? 'BAD_INPUT',
    reasons.length > 0 ? reasons.join(' ') : 'The files hold no examples. Add files with examples in them.',
  );
}

function linesOf(bytes: Buffer): NewExample[] {
  const lines = bytes.toString().split('\n').filter(Boolean);
  return lines.map((line) => {
    const { className, name, image, text, row } = JSON.parse(line) as AddedLine;
    const input: RawInput =
      image !== undefined ? { image: Buffer.from(image, 'base64') } : row ? { row } : { text: text ?? '' };
    return { className, name, read: async () => input };
  });
}

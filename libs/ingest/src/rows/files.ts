import { DomainError, limits } from '@kshot/domain';
import type { ArchiveEntry } from '../archives/archive.js';
import type { RawInput } from '../inputs/raw-input.js';
import { classesOfFolders } from '../layout/class-of-folder.js';
import { wellFormed } from '../names/well-formed.js';
import { fittedText } from '../texts/pack-texts.js';
import { textOfFile } from '../texts/text-of-mail.js';
import type { InputRow, InputRows, Taker } from './input-row.js';

const AT_ONCE = 64;

/** Pictures or text files as rows. Folders say which class the files in them have. */
export function rowsOfFiles(files: readonly ArchiveEntry[], { input, classes, learns }: Taker): InputRows {
  const classOf = classesOfFolders(
    files.map(({ path }) => path),
    new Set(classes),
    learns === true,
  );
  const read = input.modality === 'IMAGE' ? readPicture : readText;
  const row = (entry: ArchiveEntry): InputRow => ({
    name: entry.path,
    cells: [],
    label: classOf(entry.path),
    read: () => read(entry),
  });
  async function* batches(): InputRows['batches'] & AsyncGenerator {
    for (let at = 0; at < files.length; at += AT_ONCE)
      yield {
        rows: files.slice(at, at + AT_ONCE).map(row),
        read: Math.min(1, (at + AT_ONCE) / files.length),
      };
  }
  return { columns: [], labelColumn: null, inputColumns: [], notes: [], batches: batches() };
}

async function readPicture(entry: ArchiveEntry): Promise<RawInput> {
  if (entry.bytes > limits.imageBytes)
    throw new DomainError(
      'DATA_TOO_LARGE',
      `The picture has ${entry.bytes} bytes; at most ${limits.imageBytes} are read. Make it smaller.`,
    );
  return { image: await entry.read() };
}

async function readText(entry: ArchiveEntry): Promise<RawInput> {
  if (entry.bytes > limits.imageBytes)
    throw new DomainError('DATA_TOO_LARGE', 'The text is too large. Split it.');
  const text = (await textOfFile(entry)).trim();
  if (text === '') throw new DomainError('DATA_EMPTY', 'The text is empty.');
  return { text: fittedText(wellFormed(text)).text };
}

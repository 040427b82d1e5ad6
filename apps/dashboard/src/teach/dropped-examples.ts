import type { PredictInput } from '@/generated/graphql';
import type { PathedFile } from '../upload/dropped/tar-of-files';
import { pictureUrl } from '../upload/picture-url';

/** Files that are taught at once; a data set takes more. */
const MOST = 100;

/** Files of which examples are read, those of other kinds, those that are too many, and those that cannot be read. */
interface Sorted {
  readonly taken: readonly PathedFile[];
  readonly others: readonly string[];
  readonly beyond: readonly string[];
  readonly damaged?: readonly string[];
}

const KINDS = { IMAGE: /\.(png|jpe?g|webp)$/i, TEXT: /\.(txt|text)$/i };

/** Divides what was dropped by what can be taught; hidden files are passed over. */
export function sortDropped(files: readonly PathedFile[], modality: keyof typeof KINDS): Sorted {
  const seen = files.filter(({ path }) => !path.split('/').some((name) => name.startsWith('.')));
  const fit = seen.filter(({ path }) => KINDS[modality].test(path));
  return {
    taken: fit.slice(0, MOST),
    others: seen.filter((file) => !fit.includes(file)).map(({ path }) => path),
    beyond: fit.slice(MOST).map(({ path }) => path),
  };
}

/** What was not taught, and what to do about it; null where all was. */
export function leftOut(
  { others, beyond, damaged = [] }: Sorted,
  modality: keyof typeof KINDS,
): string | null {
  const kinds = modality === 'IMAGE' ? 'pictures (PNG, JPEG, WebP)' : 'text files (.txt)';
  const sentences = [
    ...(others.length > 0 ? [`Only ${kinds} are taught here; left out: ${listed(others)}.`] : []),
    ...(beyond.length > 0
      ? [`At most ${MOST} files are taught at once; left out: ${listed(beyond)}. Import them as a data set.`]
      : []),
  ];
  if (damaged.length > 0) sentences.push(`Damaged or empty, and left out: ${listed(damaged)}.`);
  return sentences.length === 0 ? null : sentences.join(' ');
}

const listed = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');

/** The class that the innermost folder of a file names. */
export const folderOf = (path: string): string | null => path.split('/').at(-2) ?? null;

/** The examples in a file: a picture, or the lines of a text; none where it is empty, or no picture. */
export async function inputsIn(file: File, modality: keyof typeof KINDS): Promise<PredictInput[]> {
  if (modality === 'IMAGE') {
    const image = await pictureUrl(file);
    return image === null ? [] : [{ image }];
  }
  const lines = (await file.text()).split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').map((text) => ({ text }));
}

import { DomainError, type ImportRequest, limits } from '@kshot/domain';
import type { ArchiveEntry } from '../archives/archive.js';
import { orDamaged } from '../archives/damaged-entry.js';
import type { ImportResult, Report } from '../import-file.js';
import type { Arranged, ArrangedFile, Candidate } from '../layout/arranged.js';
import { keptUnlabelled } from '../names/kept-unlabelled.js';
import { buildPack } from '../pack/build-pack.js';
import { assertTwo, fullName } from '../pack/classes.js';
import { contentKey } from '../pack/content-key.js';
import { type ImageShape, type Read, readPixels, readShape } from './decode-image.js';
import { nearPictures } from './near-pictures.js';
import { blankPictures, severalPages } from './picture-findings.js';
import { type PictureProblem, reasonOf } from './picture-problem.js';

const isLabelled = (one: Candidate): one is ArrangedFile => one.className !== null;

/** Pictures of one size up to this side are kept as they are; others are brought to a square of it. */
const SIDE = 224;
const AT_ONCE = 8;

/** Reads arranged pictures into a pack; those that cannot be read are left out and reported. */
export async function importPictures(
  { files, unlabelled, unlabelledWhy, leftOut, notes }: Arranged,
  request: ImportRequest,
  report: Report,
): Promise<ImportResult> {
  const warnings = () => [...notes, ...leftOut.sentences()];
  const assertClasses = (list: readonly Candidate[]) =>
    assertTwo([...new Set(list.filter(isLabelled).map(fullName))], warnings(), request);
  assertClasses(files);
  const all = [...files, ...unlabelled.map((entry) => ({ entry, className: null }))];
  const { shape, readable, paged } = await commonShape(all, leftOut, (share) => report(0.3 * share));
  assertClasses(readable);
  const size = shape.height * shape.width * shape.channels;
  if (size * readable.length > limits.packBytes)
    throw new DomainError(
      'DATA_TOO_LARGE',
      `${readable.length} pictures of ${shape.height} x ${shape.width} are more than ${limits.packBytes} bytes. Use fewer or smaller ones.`,
    );
  const pixels = new Uint8Array(size * readable.length);
  const kept: Candidate[] = [];
  const keys = new Float64Array(readable.length);
  const blank: string[] = [];
  await inOrder(
    readable,
    ({ entry }) => readEntry(entry, (bytes) => readPixels(bytes, shape)),
    (result, file, i) => {
      report(0.3 + (0.65 * i) / readable.length);
      if ('problem' in result) return leftOut.add(reasonOf(result.problem, file.entry.path), file.entry.path);
      pixels.set(result.value, kept.length * size);
      if (isBlank(result.value, shape.channels)) blank.push(file.entry.path);
      keys[kept.length] = contentKey(result.value);
      kept.push(file);
    },
  );
  assertClasses(kept);
  const names = kept.map(({ entry }) => entry.path);
  const labelled = kept.filter(isLabelled);
  const pack = buildPack(
    {
      names,
      places: labelled,
      keys: keys.subarray(0, kept.length),
      near: {
        pairs: nearPictures(pixels.subarray(0, kept.length * size), shape),
        what: 'they look the same',
      },
      manifest: { modality: 'IMAGE', image: shape },
      arrays: {
        pixels: {
          shape: [kept.length, shape.height, shape.width, shape.channels],
          values: pixels.subarray(0, kept.length * size),
        },
      },
      warnings: [
        ...warnings(),
        ...keptUnlabelled(names.slice(labelled.length), unlabelledWhy),
        ...severalPages(paged),
        ...blankPictures(blank),
      ],
    },
    request,
  );
  return { pack, names, keys: keys.subarray(0, kept.length) };
}

/** Reads a picture of an archive; where its bytes are too many or damaged, this is its problem. */
async function readEntry<T>(
  entry: ArchiveEntry,
  read: (bytes: Buffer) => Promise<Read<T>>,
): Promise<Read<T>> {
  if (entry.bytes > limits.imageBytes) return { problem: tooManyBytes(entry) };
  const bytes = await orDamaged(() => entry.read());
  return bytes ? read(bytes) : { problem: { what: 'DAMAGED' } };
}

/** The one size of all pictures, or a square where they differ; colour as soon as one has colour. */
async function commonShape(
  files: readonly Candidate[],
  leftOut: Arranged['leftOut'],
  report: Report,
): Promise<{ shape: ImageShape; readable: Candidate[]; paged: string[] }> {
  let height = 0;
  let width = 0;
  let channels = 1;
  let mixed = false;
  const readable: Candidate[] = [];
  const paged: string[] = [];
  await inOrder(
    files,
    ({ entry }) => readEntry(entry, readShape),
    (result, file, i) => {
      report(i / files.length);
      if ('problem' in result) return leftOut.add(reasonOf(result.problem, file.entry.path), file.entry.path);
      const { value } = result;
      if (height === 0) ({ height, width } = value);
      mixed ||= value.height !== height || value.width !== width;
      channels = Math.max(channels, value.channels);
      if (value.pages > 1) paged.push(file.entry.path);
      readable.push(file);
    },
  );
  const shape =
    mixed || Math.max(height, width) > SIDE
      ? { height: SIDE, width: SIDE, channels }
      : { height, width, channels };
  return { shape, readable, paged };
}

/** Whether all pixels have one colour. */
function isBlank(pixels: Uint8Array, channels: number): boolean {
  for (let i = channels; i < pixels.length; i++) if (pixels[i] !== pixels[i - channels]) return false;
  return true;
}

const tooManyBytes = ({ bytes }: ArchiveEntry): PictureProblem => ({
  what: 'TOO_LARGE',
  why: `${bytes} bytes; at most ${limits.imageBytes} are read`,
});

/** Several at a time, handled in order, so that the same is reported each time. */
async function inOrder<T, R>(
  items: readonly T[],
  read: (item: T) => Promise<R>,
  handle: (result: R, item: T, index: number) => void,
): Promise<void> {
  for (let at = 0; at < items.length; at += AT_ONCE) {
    const results = await Promise.allSettled(items.slice(at, at + AT_ONCE).map(read));
    for (const [i, result] of results.entries()) {
      if (result.status === 'rejected') throw result.reason;
      handle(result.value, items[at + i] as T, at + i);
    }
  }
}

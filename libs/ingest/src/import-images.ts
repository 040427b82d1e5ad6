import { DomainError, type ImportRequest, limits, type Pack } from '@kshot/domain';
import { placesIn } from './archive/place-in-folders.js';
import { openZip, type Zip, type ZipEntry } from './archive/read-zip.js';
import { classesOf } from './classes.js';
import { decodeImage, type ImageShape, imageShape } from './image/decode-image.js';
import type { ImportResult, Report } from './import-file.js';
import { givenSplit, heldOutSplit } from './splits.js';

/** Pictures of one size up to this side are kept as they are; others are brought to a square of it. */
const SIDE = 224;
const AT_ONCE = 8;

/** A ZIP of class folders, with groups above them or train, validation and test, as a pack of pictures. */
export async function importImages(
  file: string,
  request: ImportRequest,
  report: Report,
): Promise<ImportResult> {
  const zip = await openZip(file);
  try {
    return await packImages(zip, request, report);
  } finally {
    zip.close();
  }
}

async function packImages(zip: Zip, request: ImportRequest, report: Report): Promise<ImportResult> {
  const placed = placesIn(zip.entries.map((entry) => entry.path)).flatMap((place, i) =>
    place ? [{ place, entry: zip.entries[i] as ZipEntry }] : [],
  );
  const { classes, labels } = classesOf(placed.map(({ place }) => place));
  const entries = placed.map(({ entry }) => entry);
  const shape = await commonShape(entries, report);
  const size = shape.height * shape.width * shape.channels;
  if (size * entries.length > limits.packBytes) {
    throw new DomainError(
      'DATA_TOO_LARGE',
      `${entries.length} pictures of ${shape.height} x ${shape.width} are more than ${limits.packBytes} bytes. Use fewer or smaller ones.`,
    );
  }
  const pixels = new Uint8Array(size * entries.length);
  await inOrder(entries, async (entry, i) => {
    pixels.set(await decodeImage(await entry.read(), shape, entry.path), i * size);
    report(0.3 + (0.65 * i) / entries.length);
  });
  const hasParts = placed.some(({ place }) => place.part !== null);
  const split = hasParts
    ? givenSplit(placed.map(({ place }) => place.part))
    : heldOutSplit(labels, request.testShare, request.seed);
  const left = zip.entries.length - placed.length;
  const pack: Pack = {
    manifest: {
      format: 'kshot-pack-1',
      modality: 'IMAGE',
      count: entries.length,
      classes,
      splits: [split.entry],
      image: shape,
      warnings:
        left > 0
          ? [
              `${left} ${left === 1 ? 'file lies' : 'files lie'} in no class folder and ${left === 1 ? 'was' : 'were'} left out.`,
            ]
          : [],
    },
    arrays: {
      pixels: { shape: [entries.length, shape.height, shape.width, shape.channels], values: pixels },
      labels: { shape: [labels.length], values: labels },
      [`parts:${split.entry.name}`]: split.array,
    },
  };
  return { pack, names: entries.map((entry) => entry.path) };
}

/** The one size of all pictures, or a square where they differ; colour as soon as one has colour. */
async function commonShape(entries: readonly ZipEntry[], report: Report): Promise<ImageShape> {
  let height = 0;
  let width = 0;
  let channels = 1;
  let mixed = false;
  await inOrder(entries, async (entry, i) => {
    const shape = await imageShape(await entry.read(), entry.path);
    if (height === 0) ({ height, width } = shape);
    mixed ||= shape.height !== height || shape.width !== width;
    channels = Math.max(channels, shape.channels);
    report((0.3 * i) / entries.length);
  });
  return mixed || Math.max(height, width) > SIDE
    ? { height: SIDE, width: SIDE, channels }
    : { height, width, channels };
}

/** Several at a time; of several failures the first in order counts, so that the same file is named each time. */
async function inOrder<T>(
  items: readonly T[],
  handle: (item: T, index: number) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < items.length; at += AT_ONCE) {
    const results = await Promise.allSettled(
      items.slice(at, at + AT_ONCE).map((item, i) => handle(item, at + i)),
    );
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }
}

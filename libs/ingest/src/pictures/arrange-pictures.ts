import type { Archive, ArchiveEntry } from '../archives/archive.js';
import { orDamaged } from '../archives/damaged-entry.js';
import { extensionOf, isPictureName, pictureKindOf } from '../kinds/picture-kinds.js';
import { arrangeFiles } from '../layout/arrange-files.js';
import type { Arranged } from '../layout/arranged.js';
import { refuseCoco, refuseDetection } from '../layout/detection-export.js';
import type { Reason } from '../names/left-out.js';
import { findManifest } from './manifest/find-manifest.js';
import { namesOfNumbers, withNames } from './numbered-classes.js';

const notPicture: Reason = {
  one: 'file is not a picture',
  many: 'files are not pictures',
  advice: '',
};

/** The pictures of an archive and everything else in it. */
export async function pictureEntries(
  archive: Archive,
): Promise<{ pictures: ArchiveEntry[]; others: ArchiveEntry[] }> {
  const pictures: ArchiveEntry[] = [];
  const others: ArchiveEntry[] = [];
  for (const entry of archive.entries) {
    const nameless = extensionOf(entry.name) === '' || /^\d+$/.test(extensionOf(entry.name));
    const is = isPictureName(entry.name) || (nameless && (await isPicture(entry)));
    (is ? pictures : others).push(entry);
  }
  return { pictures, others };
}

async function isPicture(entry: ArchiveEntry): Promise<boolean> {
  const head = await orDamaged(() => entry.head(64));
  return head !== undefined && pictureKindOf(head) !== undefined;
}

/** Finds the class and the part of each picture. Throws DATA_FORMAT for exports for detection. */
export async function arrangePictures(
  pictures: readonly ArchiveEntry[],
  others: readonly ArchiveEntry[],
): Promise<Arranged> {
  const otherPaths = others.map(({ path }) => path);
  refuseDetection(
    pictures.map(({ path }) => path),
    otherPaths,
  );
  const arrange = (beside: readonly ArchiveEntry[]) =>
    arrangeFiles(pictures, beside, notPicture, (candidates, leftOut) =>
      findManifest(candidates, beside, leftOut),
    );
  const arranged = await arrange(others);
  if (new Set(arranged.files.map(({ className }) => className)).size < 2) refuseCoco(otherPaths);
  const named = await namesOfNumbers(arranged, others);
  return named ? withNames(await arrange(others.filter((entry) => entry !== named.list)), named) : arranged;
}

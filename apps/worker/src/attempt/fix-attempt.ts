import { fixedPack } from '@kshot/domain';
import { type Blobs, importedFrom, readPack, writePack } from '@kshot/store';
import type { FixTask, FromChild } from './protocol.js';

/** Stores a version's pack without the removed examples and with the new labels. */
export async function fixAttempt(
  { parentHash, fix, names }: FixTask,
  blobs: Blobs,
  say: (message: FromChild) => Promise<void>,
): Promise<void> {
  const { pack, kept } = fixedPack(await readPack(blobs, parentHash), fix);
  const own = Array.from(kept, (row) => names[row] as string);
  await say({ kind: 'imported', imported: importedFrom(pack, own, await writePack(blobs, pack)) });
}

import type { Pack } from '@kshot/domain';
import { importFile } from '@kshot/ingest';
import { type Blobs, importedFrom, type Stored, writeListing, writePack } from '@kshot/store';
import type { FromChild, Task } from './protocol.js';

const EVERY = 200; // milliseconds between two words of progress

/** Reads the uploaded file and stores it as a pack. */
export async function importAttempt(
  task: Extract<Task, { kind: 'import' }>,
  blobs: Blobs,
  say: (message: FromChild) => Promise<void>,
): Promise<void> {
  let last = 0;
  const { pack: read, ...examples } = await importFile(blobs.path(task.uploadHash), task.request, (share) => {
    if (performance.now() - last < EVERY) return;
    last = performance.now();
    void say({ kind: 'importing', share });
  });
  const { pack, stored } = await storePack(blobs, read);
  await say({ kind: 'imported', imported: importedFrom(pack, examples, stored) });
}

/** Where some examples have no class, the version lists the rows of a pack of all of them: its own arrays are of the labelled ones. */
async function storePack(blobs: Blobs, pack: Pack): Promise<{ pack: Pack; stored: Stored }> {
  const { manifest, arrays } = pack;
  if (!manifest.unlabelled) return { pack, stored: await writePack(blobs, pack) };
  const all = manifest.count + manifest.unlabelled;
  const arraysWhere = (keep: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(arrays).filter(([name]) => keep(name)));
  const isOwn = (name: string) => name === 'labels' || name.startsWith('parts:');
  const { unlabelled: _unlabelled, ...described } = manifest;
  const whole = { ...described, count: all, classes: [], splits: [], warnings: [] };
  const content = await writePack(blobs, { manifest: whole, arrays: arraysWhere((name) => !isOwn(name)) });
  const places = { source: new Int32Array(all), row: Int32Array.from({ length: all }, (_, i) => i) };
  const listing = { manifest: { ...manifest, sources: [content.hash] }, arrays: arraysWhere(isOwn) };
  const { hash, bytes } = await writeListing(blobs, listing, places);
  return { pack: listing, stored: { hash, bytes: bytes + content.bytes } };
}

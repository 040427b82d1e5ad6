import { importFile } from '@kshot/ingest';
import { type Blobs, importedFrom, writePack } from '@kshot/store';
import type { FromChild, Task } from './protocol.js';

const EVERY = 200; // milliseconds between two words of progress

/** Reads the uploaded file and stores it as a pack. */
export async function importAttempt(
  task: Extract<Task, { kind: 'import' }>,
  blobs: Blobs,
  say: (message: FromChild) => Promise<void>,
): Promise<void> {
  let last = 0;
  const { pack, ...examples } = await importFile(blobs.path(task.uploadHash), task.request, (share) => {
    if (Date.now() - last < EVERY) return;
    last = Date.now();
    void say({ kind: 'importing', share });
  });
  const stored = await writePack(blobs, pack);
  await say({ kind: 'imported', imported: importedFrom(pack, examples, stored) });
}

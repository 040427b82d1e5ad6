import { inspectAdded, inspectFile } from '@kshot/ingest';
import type { Blobs } from '@kshot/store';
import type { FromChild, InspectTask } from './protocol.js';

/** Looks at the uploaded file and says how it is understood. */
export async function inspectAttempt(
  { uploadHash, request, add }: InspectTask,
  blobs: Blobs,
  say: (message: FromChild) => Promise<void>,
): Promise<void> {
  const file = blobs.path(uploadHash);
  const { fileName } = request;
  const plan = add
    ? await inspectAdded(file, { fileName, className: add.className }, add.to, add.keys)
    : await inspectFile(file, request);
  await say({ kind: 'inspected', plan });
}

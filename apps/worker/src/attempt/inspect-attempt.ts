import { inspectFile } from '@kshot/ingest';
import type { Blobs } from '@kshot/store';
import type { FromChild, InspectTask } from './protocol.js';

/** Looks at the uploaded file and says how it is understood. */
export async function inspectAttempt(
  { uploadHash, request }: InspectTask,
  blobs: Blobs,
  say: (message: FromChild) => Promise<void>,
): Promise<void> {
  await say({ kind: 'inspected', plan: await inspectFile(blobs.path(uploadHash), request) });
}

import { failureOf, importRequest } from '@kshot/domain';
import {
  claimImport,
  failImport,
  finishImport,
  LEASE_SECONDS,
  renewImport,
  type Store,
  whenAvailable,
} from '@kshot/store';
import type { FromChild } from '../attempt/protocol.js';
import { type Attempt, spawnAttempt } from '../attempt/spawn-attempt.js';

/** Takes a version that waits for its import and makes it READY or FAILED. An import that dies is tried again by the sweep. */
export async function importJob(
  store: Store,
  versionId: string,
  onStart: (attempt: Attempt) => () => void,
): Promise<void> {
  const { pool, prisma } = store;
  const number = await whenAvailable(() => claimImport(pool, versionId));
  if (number === undefined) return;
  const version = await whenAvailable(() =>
    prisma.dataSetVersion.findUniqueOrThrow({ where: { id: versionId } }),
  );
  if (number > 3) {
    await failImport(pool, versionId, number, {
      code: 'WORKER_LOST',
      message:
        'The import died three times. The file may be too large for the memory here: use a smaller one.',
    });
    return;
  }
  let progress = 0;
  const keep = async (message: FromChild): Promise<void> => {
    if (message.kind === 'importing') progress = message.share;
    if (message.kind === 'imported')
      await whenAvailable(() => finishImport(pool, versionId, number, message.imported));
    if (message.kind === 'failed')
      await whenAvailable(() => failImport(pool, versionId, number, message.failure));
  };
  const attempt = spawnAttempt(
    {
      kind: 'import',
      blobDir: store.blobs.dir,
      uploadHash: version.uploadHash,
      request: importRequest.parse(version.request),
    },
    keep,
  );
  const forget = onStart(attempt);
  const timer = setInterval(
    () => void renewImport(pool, versionId, number, progress).catch(() => undefined),
    (LEASE_SECONDS * 1000) / 60,
  );
  try {
    await attempt.ended;
  } catch (error) {
    await whenAvailable(() => failImport(pool, versionId, number, failureOf(error)));
  } finally {
    clearInterval(timer);
    forget();
  }
}

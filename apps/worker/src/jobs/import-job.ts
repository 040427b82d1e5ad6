import { DomainError, failureOf, importRequest } from '@kshot/domain';
import {
  claimImport,
  type DataSetVersion,
  failImport,
  finishImport,
  LEASE_SECONDS,
  renewImport,
  type Store,
  whenAvailable,
} from '@kshot/store';
import type { FromChild, Task } from '../attempt/protocol.js';
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
  const task = await whenAvailable(() => taskOf(store, version)).catch((error: unknown) =>
    failImport(pool, versionId, number, failureOf(error)),
  );
  if (!task) return;
  const attempt = spawnAttempt(task, keep);
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

async function taskOf({ prisma, blobs }: Store, version: DataSetVersion): Promise<Task> {
  const { uploadHash, parentId } = version;
  const request = importRequest.parse(version.request);
  if (!request.fix) return { kind: 'import', blobDir: blobs.dir, uploadHash, request };
  const parent = parentId ? await prisma.dataSetVersion.findUnique({ where: { id: parentId } }) : null;
  if (!parent?.hash)
    throw new DomainError('NOT_FOUND', 'The version that this one is made of was deleted. Fix another one.');
  const names = await prisma.example.findMany({
    where: { versionId: parent.id },
    orderBy: { index: 'asc' },
    select: { name: true },
  });
  return {
    kind: 'fix',
    blobDir: blobs.dir,
    parentHash: parent.hash,
    fix: request.fix,
    names: names.map(({ name }) => name),
  };
}

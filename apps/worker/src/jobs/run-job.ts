import { failureOf } from '@kshot/domain';
import {
  abandonRun,
  claimRun,
  endRun,
  insertMetrics,
  type Listener,
  type MetricColumns,
  type NewModel,
  type RunEnd,
  renewRun,
  type Store,
  saveCheckpoint,
  updateRun,
  whenAvailable,
} from '@kshot/store';
import type { FromChild, Task, TrainTask } from '../attempt/protocol.js';
import { type Attempt, spawnAttempt } from '../attempt/spawn-attempt.js';

const RENEW_EVERY = 3000; // milliseconds

/** Takes a run, trains it in a child process and stores all that it says. Returns when the run has ended or was lost. */
export async function runJob(
  store: Store,
  listener: Listener,
  worker: string,
  runId: string,
  onStart: (attempt: Attempt) => () => void,
): Promise<void> {
  const number = await whenAvailable(() => claimRun(store.pool, runId, worker));
  if (number === undefined) return;
  const attempt = spawnAttempt(await whenAvailable(() => taskOf(store, runId)), (message) =>
    keep(store, runId, number, message, attempt),
  );
  const forget = onStart(attempt);
  const unhear = listener.on('cancel', runId, () => void renew());
  const renew = async (): Promise<void> => {
    const { held, cancelRequested } = await renewRun(store.pool, runId, number).catch(() => ({
      held: true,
      cancelRequested: false,
    }));
    if (!held) attempt.kill();
    else if (cancelRequested) attempt.stop();
  };
  const timer = setInterval(renew, RENEW_EVERY);
  try {
    const finished = await attempt.ended;
    if (!finished) await whenAvailable(() => abandonRun(store.pool, runId, number));
  } catch (error) {
    await whenAvailable(() =>
      endRun(store.pool, runId, number, { status: 'FAILED', failure: failureOf(error) }),
    );
  } finally {
    clearInterval(timer);
    unhear();
    forget();
  }
}

async function taskOf(store: Store, runId: string): Promise<Task> {
  const run = await store.prisma.run.findUniqueOrThrow({
    where: { id: runId },
    include: {
      version: true,
      split: true,
      parent: true,
      checkpoints: { orderBy: { step: 'desc' }, take: 1 },
    },
  });
  return {
    kind: 'train',
    technique: run.technique,
    blobDir: store.blobs.dir,
    packHash: run.version.hash!,
    split: run.split!.name,
    settings: run.settings,
    checkpoint: run.checkpoints[0]?.hash ?? null,
    parentHash: run.parent?.hash ?? null,
  } as unknown as TrainTask;
}

/** Stores one word of the child; waits while the database is away, so that nothing is lost. */
async function keep(
  store: Store,
  runId: string,
  number: number,
  message: FromChild,
  attempt: Attempt,
): Promise<void> {
  const { pool } = store;
  switch (message.kind) {
    case 'started':
      await whenAvailable(() => updateRun(pool, runId, number, { environment: message.environment }));
      return;
    case 'progress': {
      const held = await whenAvailable(() => insertMetrics(pool, runId, number, message.metrics));
      if (!held) attempt.kill();
      else
        await whenAvailable(() =>
          updateRun(pool, runId, number, {
            progress: message.progress,
            summary: lastValues(message.metrics),
          }),
        );
      return;
    }
    case 'checkpoint':
      await whenAvailable(() => saveCheckpoint(pool, runId, number, message.step, message.hash));
      return;
    case 'trained':
      await end(store, runId, number, await trainedEnd(store, runId, message));
      return;
    case 'stopped':
      await end(store, runId, number, { status: 'CANCELLED' });
      return;
    case 'failed':
      await end(store, runId, number, { status: 'FAILED', failure: message.failure });
  }
}

async function end({ pool }: Store, runId: string, number: number, how: RunEnd): Promise<void> {
  await whenAvailable(() => endRun(pool, runId, number, how));
}

const lastValues = (metrics: MetricColumns): Record<string, number> =>
  Object.fromEntries(Object.entries(metrics).map(([name, { values }]) => [name, values.at(-1) as number]));

async function trainedEnd(
  store: Store,
  runId: string,
  { model, reports, mapHash, supportHash }: Extract<FromChild, { kind: 'trained' }>,
): Promise<RunEnd> {
  const run = await whenAvailable(() => store.prisma.run.findUniqueOrThrow({ where: { id: runId } }));
  const trained: NewModel = {
    name: run.name,
    technique: run.technique,
    hash: model.stored.hash,
    bytes: model.stored.bytes,
    parameterCount: model.parameterCount,
    modality: model.manifest.input.modality,
    manifest: model.manifest,
    summary: run.summary as Record<string, number>,
    ...reports,
    versionId: run.versionId,
    parentId: run.parentId,
    supportHash,
  };
  return { status: 'DONE', ...reports, mapHash, models: [trained] };
}

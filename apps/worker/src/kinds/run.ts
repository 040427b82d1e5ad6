import {
  compactRuns,
  insertMetrics,
  progressTask,
  type Store,
  saveCheckpoint,
  settleRun,
} from '@kshot/store';
import type { FromChild, Task } from '../attempt/protocol.js';
import type { TrainTask } from '../attempt/train-task.js';
import { type Kept, type Kind, stored } from './kind.js';

/** Trains a model. */
export const run: Kind = {
  name: 'run',
  resumes: true,
  sweep: ({ pool }) => compactRuns(pool),
  load: (store, { subject }) => taskOf(store, subject),
  async keep(store, held, message) {
    const { pool } = store;
    switch (message.kind) {
      case 'started':
        return stored(await progressTask(pool, held, { environment: message.environment }));
      case 'progress': {
        const { metrics, progress } = message;
        const present = Object.keys(metrics).length === 0 || (await insertMetrics(pool, held, metrics));
        return stored(present && (await progressTask(pool, held, { progress })));
      }
      case 'checkpoint':
        return stored(await saveCheckpoint(pool, held, message.step, message.hash));
      case 'trained':
        return trained(store, held.subject, message);
      default:
        return 'STORED';
    }
  },
};

async function taskOf({ prisma, blobs }: Store, id: string): Promise<Task> {
  const row = await prisma.run.findUniqueOrThrow({
    where: { id },
    include: {
      version: true,
      split: true,
      parent: true,
      checkpoints: { orderBy: { step: 'desc' }, take: 1 },
    },
  });
  return {
    kind: 'train',
    technique: row.technique,
    blobDir: blobs.dir,
    packHash: row.version.hash!,
    split: row.split!.name,
    settings: row.settings,
    checkpoint: row.checkpoints[0]?.hash ?? null,
    parentHash: row.parent?.hash ?? null,
  } as unknown as TrainTask;
}

async function trained(
  { prisma }: Store,
  id: string,
  { model, reports, mapHash, supportHash }: Extract<FromChild, { kind: 'trained' }>,
): Promise<Kept> {
  const { name, technique, summary, versionId, parentId } = await prisma.run.findUniqueOrThrow({
    where: { id },
  });
  const { stored: file, manifest, parameterCount } = model;
  return {
    settle: (client) =>
      settleRun(client, id, {
        ...reports,
        mapHash,
        model: {
          name,
          technique,
          hash: file.hash,
          bytes: file.bytes,
          parameterCount,
          modality: manifest.input.modality,
          manifest,
          summary: summary as Record<string, number>,
          ...reports,
          versionId,
          parentId,
          supportHash,
        },
      }),
  };
}

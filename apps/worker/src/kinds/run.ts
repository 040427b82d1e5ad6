import {
  compactRuns,
  findRow,
  findRows,
  getRow,
  insertMetrics,
  progressTask,
  readyVersion,
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
  quickBeside: 1,
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

async function taskOf(store: Store, id: string): Promise<Task> {
  const { technique, settings, versionId, splitId, parentId } = await getRow(store, 'run', id);
  const version = await readyVersion(store, versionId);
  const split = await getRow(store, 'split', splitId ?? '');
  const parent = parentId ? await findRow(store, 'model', parentId) : null;
  const newest = { by: 'step', direction: 'desc', take: 1 } as const;
  const [checkpoint] = await findRows(store, 'checkpoint', { runId: id }, newest);
  return {
    kind: 'train',
    blobDir: store.blobs.dir,
    packHash: version.hash,
    split: split.name,
    checkpoint: checkpoint?.hash ?? null,
    parentHash: parent?.hash ?? null,
    technique,
    settings, // checked when the run was started
  } as TrainTask;
}

async function trained(
  store: Store,
  id: string,
  { model, reports, mapHash, calibration, supportHash, lessonHash }: Extract<FromChild, { kind: 'trained' }>,
): Promise<Kept> {
  const { name, technique, summary, versionId, parentId } = await getRow(store, 'run', id);
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
          summary,
          ...reports,
          versionId,
          parentId,
          calibration,
          supportHash,
          lessonHash,
        },
      }),
  };
}

import { setImmediate as breathe } from 'node:timers/promises';
import { domainErrorsOf, type Pack, peakMemory } from '@kshot/domain';
import { type FitProgress, type FitState, metaMethod, parameterCount } from '@kshot/fewshot';
import { loadBackend, threadsFor } from '@kshot/native';
import { type Blobs, readModel, readPack, writeMap, writeModel, writeSupport } from '@kshot/store';
import { settings } from '../settings.js';
import { metaLearning } from '../techniques/meta-learning.js';
import type { Outcome, Parent } from '../techniques/outcome.js';
import { pretraining } from '../techniques/pretraining.js';
import { transferring } from '../techniques/transferring.js';
import { readCheckpoint, writeCheckpoint } from './checkpoint-file.js';
import { environmentOf } from './environment.js';
import { progressClock } from './progress-clock.js';
import type { FromChild } from './protocol.js';
import type { TrainTask } from './train-task.js';
import { ifRoom, whenRoom } from './when-room.js';

const CHECKPOINT_EVERY = 1000 * settings.checkpointSeconds; // milliseconds

type Say = (message: FromChild) => Promise<void>;
type Training = Generator<Parameters<ReturnType<typeof progressClock>>[0], Outcome>;

/** Trains, saying every result as it comes; stops between two steps when asked to. */
export async function trainAttempt(
  task: TrainTask,
  blobs: Blobs,
  say: Say,
  stopping: () => boolean,
): Promise<void> {
  const backend = await loadBackend({ threads: threadsFor(workOf(task)) });
  await say({ kind: 'started', environment: environmentOf(backend) });
  const pack = await readPack(blobs, task.packHash);
  const parent = task.parentHash ? await readModel(blobs, task.parentHash) : undefined;
  const from = task.checkpoint ? await readCheckpoint(blobs, task.checkpoint) : undefined;
  const training = start(task, pack, parent, from);
  const clock = progressClock();
  let saved = performance.now();
  for (;;) {
    const next = domainErrorsOf(() => training.next());
    if (next.done) {
      const kept = await whenRoom(() => keep(next.value, blobs), stopping);
      return say(kept ?? { kind: 'stopped' });
    }
    const { value } = next;
    const metrics = 'checkpoint' in value ? withMemory(value) : {};
    await say({ kind: 'progress', progress: clock(value), metrics });
    await breathe(); // lets a word of the worker in
    if ('checkpoint' in value && (stopping() || performance.now() - saved > CHECKPOINT_EVERY)) {
      const hash = await ifRoom(() => writeCheckpoint(blobs, value.checkpoint()));
      if (hash !== null) await say({ kind: 'checkpoint', step: value.step, hash });
      saved = performance.now();
    }
    if (stopping()) {
      await say({ kind: 'stopped' });
      return;
    }
  }
}

function start(
  task: TrainTask,
  pack: Pack,
  parent: Parent | undefined,
  from: FitState | undefined,
): Training {
  switch (task.technique) {
    case 'PRETRAIN':
      return pretraining(task, pack, from);
    case 'META':
      return metaLearning(task, pack, parent, from);
    case 'TRANSFER':
      return transferring(task, pack, parent, from);
  }
}

/** Convolutions want threads inside ops; small dense layers, and the tasks of a meta-batch, between them. */
function workOf(task: TrainTask): 'convolutions' | 'small' | 'meta-batch' {
  switch (task.technique) {
    case 'PRETRAIN':
      return task.settings.network === 'DENSE' ? 'small' : 'convolutions';
    case 'TRANSFER':
      return 'convolutions';
    case 'META':
      if (metaMethod(task.settings.method).kind === 'ADAPTATION') return 'meta-batch';
      return task.settings.backbone === 'DENSE' ? 'small' : 'convolutions';
  }
}

/** Peak memory of the process, at the end of each epoch. */
function withMemory({ metrics, step, epochEnded }: FitProgress): FitProgress['metrics'] {
  if (!epochEnded) return metrics;
  return { ...metrics, memoryBytes: { steps: [step], values: [peakMemory()] } };
}

/** Stores what the training came to. */
async function keep(
  { manifest, weights, report, episodeReport, map, lesson, calibration = null }: Outcome,
  blobs: Blobs,
): Promise<FromChild> {
  const stored = await writeModel(blobs, manifest, weights);
  const model = { stored, manifest, parameterCount: parameterCount(manifest.network) };
  const mapHash = map && (await writeMap(blobs, map));
  const lessonHash = lesson ? await writeSupport(blobs, lesson) : null;
  const supportHash = lesson?.rule ? lessonHash : null;
  const reports = { report, episodeReport };
  return { kind: 'trained', model, reports, mapHash, calibration, supportHash, lessonHash };
}

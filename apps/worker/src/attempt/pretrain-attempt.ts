import { setImmediate as breathe } from 'node:timers/promises';
import {
  DomainError,
  labelsOf,
  type ModelManifest,
  type Pack,
  partsOf,
  rawExamples,
  type TestReport,
} from '@kshot/domain';
import {
  Diverged,
  type Evaluated,
  type FitProgress,
  type Pretrained,
  parameterCount,
  pretrain,
  wilsonInterval,
} from '@kshot/fewshot';
import { engine, loadBackend, threadsFor } from '@kshot/native';
import { type Blobs, readPack, writeModel } from '@kshot/store';
import { readCheckpoint, writeCheckpoint } from './checkpoint-file.js';
import { environmentOf } from './environment.js';
import { progressClock } from './progress-clock.js';
import type { FromChild, Task } from './protocol.js';

const CHECKPOINT_EVERY = 20_000; // milliseconds

type PretrainTask = Extract<Task, { kind: 'pretrain' }>;
type Say = (message: FromChild) => Promise<void>;

/** Trains, saying every result as it comes; stops between two steps when asked to. */
export async function pretrainAttempt(
  task: PretrainTask,
  blobs: Blobs,
  say: Say,
  stopping: () => boolean,
): Promise<void> {
  const backend = await loadBackend({
    threads: threadsFor(task.settings.network === 'CONV4' ? 'convolutions' : 'small'),
  });
  await say({ kind: 'started', environment: environmentOf(backend) });
  const pack = await readPack(blobs, task.packHash);
  const {
    train = new Int32Array(),
    validation = new Int32Array(),
    test = new Int32Array(),
  } = partsOf(pack, task.split);
  const classes = pack.manifest.classes.map(({ name }) => name);
  const problem = {
    raw: rawExamples(pack),
    labels: labelsOf(pack),
    classes,
    parts: { train, validation, test },
  };
  const from = task.checkpoint ? await readCheckpoint(blobs, task.checkpoint) : undefined;
  const training = pretrain(engine(), problem, task.settings, from);
  const clock = progressClock();
  let saved = Date.now();
  for (;;) {
    const next = nextOf(training);
    if (next.done) {
      await finish(next.value, pack, blobs, say);
      return;
    }
    const { value } = next;
    await say({ kind: 'progress', progress: clock(value), metrics: withMemory(value) });
    await breathe(); // lets a word of the worker in
    if (stopping() || Date.now() - saved > CHECKPOINT_EVERY) {
      await say({
        kind: 'checkpoint',
        step: value.step,
        hash: await writeCheckpoint(blobs, value.checkpoint()),
      });
      saved = Date.now();
    }
    if (stopping()) {
      await say({ kind: 'stopped' });
      return;
    }
  }
}

function nextOf(training: Generator<FitProgress, Pretrained>): IteratorResult<FitProgress, Pretrained> {
  try {
    return training.next();
  } catch (error) {
    if (error instanceof Diverged) throw new DomainError('TRAINING_DIVERGED', error.message);
    if (error instanceof RangeError) throw new DomainError('BAD_INPUT', error.message);
    throw error;
  }
}

/** Peak memory of the process, at the end of each epoch. */
function withMemory({ metrics, step, epochEnded }: FitProgress): FitProgress['metrics'] {
  if (!epochEnded) return metrics;
  return { ...metrics, memoryBytes: { steps: [step], values: [process.resourceUsage().maxRSS * 1024] } };
}

async function finish({ model, report }: Pretrained, pack: Pack, blobs: Blobs, say: Say): Promise<void> {
  const manifest: ModelManifest = {
    format: 'kshot-model-1',
    input: model.input,
    ...(pack.manifest.image ? { source: pack.manifest.image } : {}),
    network: model.network,
    classes: [...model.classes],
  };
  const stored = await writeModel(blobs, manifest, model.weights);
  const trained = { stored, manifest, parameterCount: parameterCount(model.network) };
  await say({ kind: 'trained', model: trained, report: report ? testReport(report, model.classes) : null });
}

function testReport(result: Evaluated, classes: readonly string[]): TestReport {
  const [accuracyLow, accuracyHigh] = wilsonInterval(result.correct, result.count);
  const { accuracy, macroF1, loss, count } = result;
  return {
    part: 'test',
    exampleCount: count,
    accuracy,
    accuracyLow,
    accuracyHigh,
    macroF1,
    loss,
    confusion: { classes, counts: result.confusion },
  };
}

import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import {
  type MetaModel,
  type MetaSettings,
  type MetaTask,
  metaTrain,
  metaTrainOptions,
  readSettings,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';
import { runToEnd } from '../frame/run-to-end.js';
import { readModel } from './files/read-model.js';
import type { TrainingOptions } from './options.js';

/** A meta-model, and what training it took. */
export interface Trained {
  readonly model: MetaModel;
  readonly extra: { readonly steps: number; readonly trainingSeconds: number };
}

type Given = Readonly<Record<string, unknown>>;

/** Settings with defaults filled in; anything wrong is an error. */
function settingsOf(given: Given): MetaSettings {
  const { settings, problems } = readSettings(metaTrainOptions, given);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
  return settings;
}

/** Updates that fit into so many seconds, from the time of a few dozen. */
function stepsIn(task: MetaTask, settings: MetaSettings, seconds: number): number {
  const trial = metaTrain(engine(), task, { ...settings, epochs: 1, finishEpochs: 0, stepsPerEpoch: 60 });
  const times: { step: number; at: number }[] = [];
  runToEnd(trial, ({ step }) => times.push({ step, at: performance.now() }));
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last) throw new Error('The trial made no updates.');
  const each = (last.at - first.at) / (last.step - first.step) / 1000;
  return Math.max(100, Math.floor(seconds / each / 100) * 100);
}

/**
 * Trains for a number of updates, or for about so many seconds, perhaps from a model (`start`), and `finish` last updates
 * more; or takes a model that was saved, with the given settings over its own.
 */
export async function trained(task: MetaTask, given: Given, options: TrainingOptions): Promise<Trained> {
  if (options.model) {
    const { model, extra } = deserialize(readFileSync(options.model)) as Trained;
    return { model: { ...model, settings: { ...model.settings, ...given } }, extra };
  }
  const result = train(await startingFrom(task, options.start), given, options);
  if (options.save) writeFileSync(options.save, serialize(result));
  return result;
}

async function startingFrom(task: MetaTask, start: string | undefined): Promise<MetaTask> {
  if (!start) return task;
  const { meta, classifier } = await readModel(start);
  if (!meta) throw new Error(`${start} is not a meta-model.`);
  return { ...task, pretrained: classifier };
}

/** Says how it goes on the error stream. */
function train(task: MetaTask, given: Given, { steps, seconds = 600, finish = 0 }: TrainingOptions): Trained {
  const validationShare = task.parts.validation.length > 0 ? 0.15 : 0;
  const settings = settingsOf({ validationShare, ...given });
  const total = steps ?? stepsIn(task, settings, seconds);
  const stepsPerEpoch = Math.min(500, total);
  const epochs = Math.max(1, Math.round(total / stepsPerEpoch));
  const finishEpochs = Math.round(finish / stepsPerEpoch);
  const started = performance.now();
  const training = metaTrain(engine(), task, { ...settings, epochs, finishEpochs, stepsPerEpoch });
  const result = runToEnd(training, ({ step, steps: all, metrics, epochEnded }) => {
    if (!epochEnded) return;
    const last = (name: string) => metrics[name]?.values.at(-1)?.toFixed(4) ?? '-';
    const minutes = ((performance.now() - started) / 60_000).toFixed(1);
    console.error(
      `${minutes} min, step ${step} of ${all}: loss ${last('loss')}, accuracy ${last('accuracy')}, validation ${last('validationAccuracy')}`,
    );
  });
  const trainingSeconds = (performance.now() - started) / 1000;
  return { model: result.model, extra: { steps: result.steps, trainingSeconds } };
}

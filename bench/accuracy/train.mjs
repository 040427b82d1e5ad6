import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { metaTrain, metaTrainOptions, readSettings } from '@kshot/fewshot';
import { engine } from '@kshot/native';
import { modelOf } from './files/model-of.mjs';

/** Settings with defaults filled in; anything wrong is an error. */
export function settingsOf(given) {
  const { settings, problems } = readSettings(metaTrainOptions, given);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
  return settings;
}

/** Updates that fit into so many seconds, from the time of a few dozen. */
function stepsIn(task, settings, seconds) {
  const trial = metaTrain(engine(), task, { ...settings, epochs: 1, finishEpochs: 0, stepsPerEpoch: 60 });
  let last = { step: 0, at: 0 };
  let first;
  for (let next = trial.next(); !next.done; next = trial.next()) {
    last = { step: next.value.step, at: performance.now() };
    first ??= last;
  }
  const each = (last.at - first.at) / (last.step - first.step) / 1000;
  return Math.max(100, Math.floor(seconds / each / 100) * 100);
}

/**
 * Trains for a number of updates, or for about so many seconds, perhaps from a model (`start`), and `finish` last updates
 * more; or takes a model that was saved, with the given settings over its own.
 */
export async function trained(task, given, options) {
  if (options.model) {
    const { model, extra } = deserialize(readFileSync(options.model));
    return { model: { ...model, settings: { ...model.settings, ...given } }, extra };
  }
  const result = train(await startingFrom(task, options.start), given, options);
  if (options.save) writeFileSync(options.save, serialize(result));
  return result;
}

async function startingFrom(task, start) {
  if (!start) return task;
  const { meta } = await modelOf(start);
  if (!meta) throw new Error(`${start} is no meta-model.`);
  return { ...task, pretrained: { ...meta, classes: [] } };
}

/** Says how it goes on the error stream. */
function train(task, given, { steps, seconds, finish = 0 }) {
  const validationShare = task.parts.validation.length > 0 ? 0.15 : 0;
  const settings = settingsOf({ validationShare, ...given });
  const total = steps ?? stepsIn(task, settings, seconds);
  const stepsPerEpoch = Math.min(500, total);
  const epochs = Math.max(1, Math.round(total / stepsPerEpoch));
  const finishEpochs = Math.round(finish / stepsPerEpoch);
  const started = performance.now();
  const training = metaTrain(engine(), task, { ...settings, epochs, finishEpochs, stepsPerEpoch });
  let next = training.next();
  for (; !next.done; next = training.next()) {
    const { step, steps: of, metrics, epochEnded } = next.value;
    if (!epochEnded) continue;
    const last = (name) => metrics[name]?.values.at(-1)?.toFixed(4) ?? '-';
    const minutes = ((performance.now() - started) / 60_000).toFixed(1);
    console.error(
      `${minutes} min, step ${step} of ${of}: loss ${last('loss')}, accuracy ${last('accuracy')}, validation ${last('validationAccuracy')}`,
    );
  }
  const trainingSeconds = (performance.now() - started) / 1000;
  return { model: next.value.model, extra: { steps: next.value.steps, trainingSeconds } };
}

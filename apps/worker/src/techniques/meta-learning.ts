import {
  type EpisodeReport,
  heldOutClasses,
  labelsOf,
  type MetaRunSettings,
  type Pack,
  rawExamples,
} from '@kshot/domain';
import {
  type ClassRows,
  classRows,
  derivedSeed,
  encodeExamples,
  episodeSet,
  evaluateEpisodes,
  type FitProgress,
  type FitState,
  type MetaModel,
  metaTrain,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';
import type { MetaTask } from '../attempt/protocol.js';
import { manifestOf, type Outcome, type Parent } from './outcome.js';

const TEST_SET = 32;

/** A meta-model trained over episodes, scored on episodes of classes that it never saw. */
export function* metaLearning(
  task: MetaTask,
  pack: Pack,
  parent: Parent | undefined,
  from: FitState | undefined,
): Generator<FitProgress, Outcome> {
  const { settings } = task;
  const raw = rawExamples(pack);
  const labels = labelsOf(pack);
  const classes = pack.manifest.classes.map(({ name }) => name);
  const groups = pack.manifest.classes.map(({ group }) => group ?? undefined);
  const all = classRows(labels, classes, groups);
  const { train, test } = heldOutClasses(all, settings);
  const numbers = train.map((one) => all.indexOf(one));
  const problem = { raw, labels, classes, groups, parts: { train: numbers, validation: [] } };
  const start = parent ? { pretrained: parent.classifier } : {};
  const { model } = yield* metaTrain(engine(), { ...problem, ...start }, settings, from);
  const x = encodeExamples(model.input, raw, Int32Array.from(labels.keys()));
  return {
    manifest: { ...manifestOf(pack, { ...model, classes: [] }), meta: settings },
    weights: model.weights,
    report: null,
    episodeReport: test.length >= 2 ? scored(model, x, test, settings) : null,
  };
}

function scored(
  model: MetaModel,
  x: Parameters<typeof evaluateEpisodes>[2],
  test: readonly ClassRows[],
  settings: MetaRunSettings,
): EpisodeReport {
  const smallest = Math.min(...test.map(({ rows }) => rows.length));
  const shape = {
    ways: Math.min(settings.ways, test.length),
    shots: settings.shots,
    queries: Math.min(15, smallest - settings.shots),
  };
  const set = episodeSet(test, {
    ...shape,
    count: settings.testEpisodes,
    seed: derivedSeed(settings.seed, TEST_SET),
    scope: 'ALL',
  });
  const { mean, low, high, hash, transductive } = evaluateEpisodes(engine(), model, x, set);
  return {
    ...shape,
    episodes: settings.testEpisodes,
    classes: test.length,
    hash,
    accuracy: mean,
    accuracyLow: low,
    accuracyHigh: high,
    transductive,
  };
}

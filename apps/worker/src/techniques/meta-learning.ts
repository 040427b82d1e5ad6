import { type EpisodeReport, labelsOf, type MetaRunSettings, type Pack, rawExamples } from '@kshot/domain';
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
  randomFrom,
  splitClasses,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';
import type { MetaTask } from '../attempt/protocol.js';
import { manifestOf, type Outcome, type Parent } from './outcome.js';

const TEST_CLASSES = 31;
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
  const { train, test } = heldOut(all, settings);
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

/** Test classes: whole groups where there are any, so that nothing of a family is seen in training. */
function heldOut(
  all: readonly ClassRows[],
  settings: MetaRunSettings,
): { train: ClassRows[]; test: ClassRows[] } {
  const families = new Set(all.map(({ group }) => group));
  const by = families.size > 2 && !families.has(undefined) ? 'GROUP' : 'CLASS';
  const units = by === 'GROUP' ? families.size : all.length;
  const count = Math.min(units - 2, Math.round(units * settings.testShare));
  if (count < 1) return { train: [...all], test: [] };
  const [test = [], train = []] = splitClasses(
    all,
    [count],
    by,
    randomFrom(derivedSeed(settings.seed, TEST_CLASSES)),
  );
  return { train, test };
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

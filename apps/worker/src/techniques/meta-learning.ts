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
  type EpisodeSet,
  encodeExamples,
  episodeSet,
  evaluateEpisodes,
  type FitProgress,
  type FitState,
  hasFixedWays,
  type MetaModel,
  metaTrain,
  type Packed,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';
import type { MetaTask } from '../attempt/train-task.js';
import { manifestOf, type Outcome, type Parent } from './outcome.js';
import { episodeMap } from './run-map.js';

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
  const set = testSet(test, settings);
  return {
    manifest: { ...manifestOf(pack, { ...model, classes: [] }), meta: settings },
    weights: model.weights,
    report: null,
    episodeReport: set ? scored(model, x, set, test.length) : null,
    map: set ? episodeMap(pack, model, set, test) : null,
  };
}

/** Fixed episodes of the test classes, as many ways as there are; none where the method cannot score so few. */
function testSet(test: readonly ClassRows[], settings: MetaRunSettings): EpisodeSet | undefined {
  if (test.length < 2 || (test.length < settings.ways && hasFixedWays(settings.method))) return undefined;
  const smallest = Math.min(...test.map(({ rows }) => rows.length));
  return episodeSet(test, {
    ways: Math.min(settings.ways, test.length),
    shots: settings.shots,
    queries: Math.min(15, smallest - settings.shots),
    count: settings.testEpisodes,
    seed: derivedSeed(settings.seed, TEST_SET),
    scope: 'ALL',
  });
}

function scored(model: MetaModel, x: Packed, set: EpisodeSet, classes: number): EpisodeReport {
  const { mean, low, high, hash, transductive } = evaluateEpisodes(engine(), model, x, set);
  return {
    ways: set.ways,
    shots: set.shots,
    queries: set.queries,
    episodes: set.episodes.length,
    classes,
    hash,
    accuracy: mean,
    accuracyLow: low,
    accuracyHigh: high,
    transductive,
  };
}

import { setImmediate as breathe } from 'node:timers/promises';
import {
  domainErrorsOf,
  type EvaluationCosts,
  evaluationUnits,
  labelsOf,
  optionsByHand,
  type Pack,
  partsOf,
  peakMemory,
} from '@kshot/domain';
import { pairedValues, type Unit } from '@kshot/fewshot';
import { loadBackend, threadsFor } from '@kshot/native';
import { type Blobs, readModel, readPack, writeUnits } from '@kshot/store';
import { environmentOf } from '../attempt/environment.js';
import type { FromChild, ScoreTask } from '../attempt/protocol.js';
import { groupsOf } from './groups-of.js';
import { type Scorer, scorerOf } from './scorer.js';

/** Milliseconds between two words of progress. */
const EVERY = 200;

/** Fits and scores the units of one shard, saying their accuracies as they come, and stores them. */
export async function scoreAttempt(
  task: ScoreTask,
  blobs: Blobs,
  say: (message: FromChild) => Promise<void>,
): Promise<void> {
  const backend = await loadBackend({ threads: threadsFor('convolutions') });
  await say({ kind: 'started', environment: environmentOf(backend) });
  const pack = await readPack(blobs, task.packHash);
  const plans = evaluationUnits(task.query.protocol, sourceOf(pack, task)).slice(task.from, task.to);
  const parent = task.parentHash ? await readModel(blobs, task.parentHash) : undefined;
  const making = domainErrorsOf(() => scorerOf({ ...task, pack, parent }));
  let next = domainErrorsOf(() => making.next());
  while (!next.done) {
    await say({ kind: 'scoring', scores: [], features: next.value });
    await breathe();
    next = domainErrorsOf(() => making.next());
  }
  await say({ kind: 'scoring', scores: [], features: null });
  const scorer = next.value;
  const units: Unit[] = [];
  let told = 0;
  let last = performance.now();
  const scoring = scorer.units(plans);
  for (
    let one = domainErrorsOf(() => scoring.next());
    !one.done;
    one = domainErrorsOf(() => scoring.next())
  ) {
    units.push(one.value);
    if (performance.now() - last < EVERY) continue;
    last = performance.now();
    await say({ kind: 'scoring', scores: accuracies(units.slice(told)) });
    told = units.length;
    await breathe();
  }
  await say({ kind: 'scoring', scores: accuracies(units.slice(told)) });
  await say({ kind: 'scored', hash: await writeUnits(blobs, units), costs: costsOf(task, scorer, units) });
}

/** Share of the examples of each unit that were classified rightly. */
const accuracies = (units: readonly Unit[]): number[] => [...pairedValues(units, 'EPISODES', 'accuracy')];

const sourceOf = (pack: Pack, { query, names }: ScoreTask) => {
  const groups = groupsOf(query.protocol, pack, names);
  return {
    manifest: pack.manifest,
    labels: labelsOf(pack),
    parts: (split: string) => partsOf(pack, split),
    ...(groups ? { groups } : {}),
  };
};

function costsOf({ query }: ScoreTask, scorer: Scorer, units: readonly Unit[]): EvaluationCosts {
  const sum = (of: (unit: Unit) => number) => units.reduce((total, unit) => total + of(unit), 0);
  const scored = Math.max(
    1,
    sum(({ rows }) => rows.length),
  );
  const largest = units.reduce((most, { classes, fitted }) => {
    return Math.max(most, scorer.storedBytes(classes.length, fitted));
  }, 0);
  return {
    trainSeconds: sum(({ trainSeconds }) => trainSeconds) / Math.max(1, units.length),
    predictMilliseconds:
      scorer.embedMilliseconds + (1000 * sum(({ predictSeconds }) => predictSeconds)) / scored,
    peakMemoryBytes: peakMemory(),
    storedBytes: largest,
    optionsByHand: optionsByHand(query.candidate),
  };
}

import {
  type Candidate,
  checkLabels,
  evaluatePlans,
  findDuplicates,
  meanInterval,
  type UnitPlan,
} from '@kshot/fewshot';
import { mean, percent } from '../frame/figures.js';
import { runToEnd } from '../frame/run-to-end.js';
import type { FeatureSet, TrustOptions } from './options.js';
import { withNoise } from './with-noise.js';

const NOISE = 0.1;
const HEAD: Candidate = { name: 'centroid', method: 'CENTROID', transform: 'L2N' };

/** Precision among the k most suspicious, k the number of planted labels, and what the check says that mending is worth. */
export function labelDoctor(
  { data, by, features, labels }: FeatureSet,
  { seeds, repeats, json }: TrustOptions,
) {
  const classes = 1 + labels.reduce((most, k) => Math.max(most, k), 0);
  const copies = findDuplicates(
    features,
    [...labels.keys()].map((row) => String(row)),
  );
  const none = { groups: Int32Array.from(labels.keys()) };
  const runs = Array.from({ length: seeds }, (_, i) => {
    const [noisy, planted] = withNoise(labels, classes, i + 1, NOISE);
    const score = (plans: readonly UnitPlan[]) => evaluatePlans(features, HEAD, plans);
    const settings = { folds: 5, repeats, seed: i + 1 };
    const started = performance.now();
    const { suspicions, worth } = runToEnd(
      checkLabels(score, { labels: noisy, classes, duplicates: none }, settings),
    );
    const first = suspicions.slice(0, planted.size);
    const probable = suspicions.filter((one) => one.probable);
    const hits = (some: typeof suspicions) => some.filter(({ row }) => planted.has(row));
    const [found, flagged] = [hits(first), hits(probable)];
    return {
      precision: found.length / planted.size,
      suggested: mean(found.map(({ row, suggested }) => Number(suggested === labels[row]))),
      probable: probable.length / labels.length,
      probablePrecision: flagged.length / probable.length,
      recall: flagged.length / planted.size,
      relabelled: worth.relabelled?.value ?? Number.NaN,
      removed: worth.removed?.value ?? Number.NaN,
      seconds: (performance.now() - started) / 1000,
    };
  });
  const names = Object.keys(runs[0] ?? {}) as (keyof (typeof runs)[number])[];
  const interval = (name: (typeof names)[number]) => meanInterval(runs.map((run) => run[name]));
  const row = { work: 'labels', data, by, examples: labels.length, classes, seeds, noise: NOISE };
  if (json) {
    const means = Object.fromEntries(names.map((name) => [name, interval(name)]));
    return console.log(JSON.stringify({ ...row, ...means, nearCopies: copies.pairs.length }));
  }
  const text = (name: (typeof names)[number]) =>
    `${percent(interval(name).mean, 1)} ± ${percent(interval(name).halfWidth, 1)} %`;
  console.log(
    `label doctor, ${data} by ${by}: ${labels.length} examples, ${classes} classes, ${100 * NOISE} % planted, ${seeds} seeds`,
  );
  console.log(
    `  precision at k ${text('precision')}; of these the true class is suggested for ${text('suggested')}`,
  );
  console.log(
    `  flagged ${text('probable')} of all: precision ${text('probablePrecision')}, recall ${text('recall')}`,
  );
  console.log(
    `  worth in points: relabelled ${text('relabelled')}, removed ${text('removed')}; ${copies.pairs.length} near copies; ${interval('seconds').mean.toFixed(1)} s`,
  );
}

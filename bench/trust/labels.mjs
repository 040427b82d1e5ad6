import {
  checkLabels,
  evaluatePlans,
  findDuplicates,
  meanInterval,
  randomFrom,
  shuffled,
} from '@kshot/fewshot';

const NOISE = 0.1;
const HEAD = { name: 'centroid', method: 'CENTROID', transform: 'L2N' };

/** Gives a tenth of the examples another class, all others alike likely: [labels, planted rows]. */
function withNoise(labels, classes, seed) {
  const random = randomFrom(seed);
  const planted = shuffled([...labels.keys()], random).subarray(0, Math.round(NOISE * labels.length));
  const noisy = labels.slice();
  for (const row of planted) noisy[row] = (noisy[row] + 1 + random.below(classes - 1)) % classes;
  return [noisy, new Set(planted)];
}

/** Precision among the k most suspicious, k the number of planted labels, and what the check says that mending is worth. */
export function labelDoctor({ data, by, features, labels }, { seeds, repeats, json }) {
  const classes = 1 + labels.reduce((most, k) => Math.max(most, k), 0);
  const found = findDuplicates(
    features,
    [...labels.keys()].map((row) => String(row)),
  );
  const none = { groups: Int32Array.from(labels.keys()) };
  const runs = Array.from({ length: seeds }, (_, i) => {
    const [noisy, planted] = withNoise(labels, classes, i + 1);
    const score = (plans) => evaluatePlans(features, HEAD, plans);
    const settings = { folds: 5, repeats, seed: i + 1 };
    const started = performance.now();
    const checking = checkLabels(score, { labels: noisy, classes, duplicates: none }, settings);
    let next = checking.next();
    while (!next.done) next = checking.next();
    const { suspicions, worth } = next.value;
    const first = suspicions.slice(0, planted.size);
    const probable = suspicions.filter((one) => one.probable);
    const hits = (some) => some.filter(({ row }) => planted.has(row));
    return {
      precision: hits(first).length / planted.size,
      suggested:
        hits(first).filter(({ row, suggested }) => suggested === labels[row]).length / hits(first).length,
      probable: probable.length / labels.length,
      probablePrecision: hits(probable).length / probable.length,
      recall: hits(probable).length / planted.size,
      relabelled: worth.relabelled?.value ?? Number.NaN,
      removed: worth.removed?.value ?? Number.NaN,
      seconds: (performance.now() - started) / 1000,
    };
  });
  const means = Object.fromEntries(
    Object.keys(runs[0]).map((name) => [name, meanInterval(runs.map((run) => run[name]))]),
  );
  const row = { work: 'labels', data, by, examples: labels.length, classes, seeds, noise: NOISE };
  if (json) return console.log(JSON.stringify({ ...row, ...means, nearCopies: found.pairs.length }));
  const text = (name) =>
    `${(100 * means[name].mean).toFixed(1)} ± ${(100 * means[name].halfWidth).toFixed(1)} %`;
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
    `  worth in points: relabelled ${text('relabelled')}, removed ${text('removed')}; ${found.pairs.length} near copies; ${means.seconds.mean.toFixed(1)} s`,
  );
}

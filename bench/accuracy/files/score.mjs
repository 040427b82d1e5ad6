import { evaluatePlans, isTransductive, meanInterval } from '@kshot/fewshot';
import { printRow } from './print-row.mjs';

/** Scores candidates on the same units and prints a row for each. `measure` (unit) is what is averaged, accuracy by default. */
export function scoreAll(described, features, candidates, plans, json, measure = accuracyOf) {
  for (const { label, ...candidate } of candidates) {
    const started = performance.now();
    const values = [];
    for (const unit of evaluatePlans(features, candidate, plans)) values.push(measure(unit));
    const seconds = (performance.now() - started) / 1000;
    const { mean, halfWidth } = meanInterval(values);
    const marked = isTransductive(candidate) ? ', transductive' : '';
    const method = `${label}${marked}`;
    const row = { ...described, method, episodes: values.length, mean, ci95: halfWidth };
    printRow({ ...row, seconds: (seconds / values.length) * 1000 }, json);
  }
}

/** Columns with the largest probability. */
export function predictedBy({ probabilities, classes, truth }) {
  const ways = classes.length;
  return truth.map((_, i) => {
    const row = probabilities.subarray(i * ways, (i + 1) * ways);
    return row.indexOf(Math.max(...row));
  });
}

function accuracyOf(unit) {
  const predicted = predictedBy(unit);
  return unit.truth.filter((k, i) => k === predicted[i]).length / unit.truth.length;
}

/** Mean over classes of the share that is right. */
export function balancedAccuracyOf(unit) {
  const predicted = predictedBy(unit);
  const shares = [...new Set(unit.truth)].map((k) => {
    const own = [...unit.truth.keys()].filter((i) => unit.truth[i] === k);
    return own.filter((i) => predicted[i] === k).length / own.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

import { evaluatePlans, headKind, meanInterval, unitScores } from '@kshot/fewshot';
import { printRow } from './print-row.mjs';

/** Scores candidates on the same units and prints a row for each. */
export function scoreAll(described, features, candidates, plans, json) {
  for (const { label, ...candidate } of candidates) {
    const started = performance.now();
    const values = [];
    for (const unit of evaluatePlans(features, candidate, plans)) values.push(unitScores(unit).accuracy);
    const seconds = (performance.now() - started) / 1000;
    const { mean, halfWidth } = meanInterval(values);
    const marked = headKind(candidate.method).transductive ? ', transductive' : '';
    const method = `${label}${marked}`;
    const row = { ...described, method, episodes: values.length, mean, ci95: halfWidth };
    printRow({ ...row, seconds: (seconds / values.length) * 1000 }, json);
  }
}

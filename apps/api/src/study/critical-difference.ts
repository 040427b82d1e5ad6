import { criticalDifference as computed } from '@kshot/fewshot';
import type { Evaluation } from '../evaluation/evaluation.type.js';
import type { CriticalDifference, Study } from './study.type.js';

/** Ranks over the versions that all candidates are done on; null with fewer than two of them, or than three candidates. */
export function criticalDifferenceOf(
  { query }: Study,
  evaluations: readonly Evaluation[],
): CriticalDifference | null {
  const rows = query.versions.flatMap(({ versionId }) => {
    const own = evaluations
      .filter((one) => one.versionId === versionId)
      .sort((a, b) => a.position - b.position);
    const scores = own.map(({ report }) => report?.accuracy.value);
    return scores.every((score) => score !== undefined) ? [scores as number[]] : [];
  });
  if (rows.length < 2 || query.candidates.length < 3) return null;
  const { p, difference, ranks, groups } = computed(rows);
  return {
    versions: rows.length,
    p,
    difference,
    groups: groups.map((group) => [...group]),
    ranks: query.candidates
      .map(({ name }, position) => ({ position, name, rank: ranks[position]! }))
      .sort((a, b) => a.rank - b.rank),
  };
}

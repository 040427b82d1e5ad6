import type { FigureContentFragment, StudyComparisonQuery, StudyProgressFragment } from '@/generated/graphql';
import { shortNames } from './short-names';

type Evaluation = StudyProgressFragment['evaluations'][number];
type Study = NonNullable<StudyComparisonQuery['study']>;
export type Comparison = NonNullable<Study['comparison']>;

/** A candidate on one version, as a leaderboard shows it. */
export type Entry = {
  evaluation: Evaluation;
  /** Its name without what all names share. */
  label: string;
  figure: FigureContentFragment | null;
  /** Null while it is not compared. */
  tied: boolean | null;
};

const LESS_IS_BETTER = ['LOG_LOSS', 'BRIER'];

/** The best first; those that run stand where their figures so far put them, those without any last. */
export function entriesOf(
  evaluations: readonly Evaluation[],
  comparison: Comparison | null,
  metric: string,
): Entry[] {
  const standings = new Map(comparison?.standings.map((one) => [one.evaluationId, one]));
  const labels = shortNames(evaluations.map(({ name }) => name));
  const entries = evaluations.map((evaluation, i): Entry => {
    const standing = standings.get(evaluation.id);
    const sofar = metric === 'ACCURACY' ? (evaluation.progress.accuracy ?? null) : null;
    return {
      evaluation,
      label: labels[i] as string,
      figure: standing?.figure ?? sofar,
      tied: standing?.tiedWithBest ?? null,
    };
  });
  const sign = LESS_IS_BETTER.includes(metric) ? -1 : 1;
  const worth = ({ figure }: Entry) =>
    figure?.value == null ? Number.NEGATIVE_INFINITY : sign * figure.value;
  return entries.sort((a, b) => worth(b) - worth(a) || a.evaluation.position - b.evaluation.position);
}

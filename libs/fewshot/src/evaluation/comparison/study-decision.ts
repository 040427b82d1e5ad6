import { halfWidth } from '../../statistics/sequential.js';
import { type RunningPair, runningPairs } from './running-pairs.js';

/** When a study may stop. */
export interface StopRule {
  /** Chance of any wrong verdict in the whole study. */
  readonly errorRate: number;
  /** A difference of accuracies that does not matter, 0 to 1. */
  readonly margin: number;
}

/** Nothing is decided on fewer units: means of so many are about normal. */
export const LEAST_TO_STOP = 50;

/** A candidate with its accuracies, unit by unit. */
export interface Scored {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

export interface StudyDecision {
  /** Units that it rests on. */
  readonly after: number;
  /** The best by mean so far. */
  readonly leader: string;
  /** Whether the study may stop: every other is behind, or within the margin. */
  readonly decided: boolean;
  /** Proved worse than the leader; proved no further from it than the margin; still open. */
  readonly behind: readonly string[];
  readonly within: readonly string[];
  readonly open: readonly string[];
}

/**
 * What may be said of a study that is looked at after every unit, at the first number of units where all is decided; else
 * after all units that every candidate has. It depends on the values and their order alone, not on when one looks. All pairs
 * have confidence sequences that hold at all times together with probability 1 − errorRate (each at errorRate over the number
 * of pairs), so that stopping keeps it. Values must be accuracies, 0 to 1, of independent units: episodes, or draws.
 * Throws RangeError with fewer than two candidates.
 */
export function studyDecision(sides: readonly Scored[], rule: StopRule): StudyDecision {
  if (sides.length < 2) throw new RangeError('A study needs two candidates at least.');
  const pairs = runningPairs(sides.map(({ values }) => values));
  const most = Math.min(...sides.map(({ values }) => values.length));
  const alpha = rule.errorRate / ((sides.length * (sides.length - 1)) / 2);
  let verdicts = sides.map((): Verdict => 'open');
  let leader = 0;
  let after = 0;
  while (after < most) {
    pairs.add(after++);
    leader = pairs.leader();
    if (after < LEAST_TO_STOP && after < most) continue;
    verdicts = sides.map((_, other) =>
      other === leader || after < LEAST_TO_STOP
        ? 'open'
        : verdictOf(pairs.of(leader, other), after, alpha, rule.margin),
    );
    if (verdicts.every((verdict, other) => other === leader || verdict !== 'open')) break;
  }
  const named = (wanted: Verdict) =>
    sides.flatMap(({ name }, i) => (i !== leader && verdicts[i] === wanted ? [name] : []));
  const open = named('open');
  const first = sides[leader] as Scored;
  return {
    after,
    leader: first.name,
    decided: open.length === 0,
    behind: named('behind'),
    within: named('within'),
    open,
  };
}

type Verdict = 'behind' | 'within' | 'open';

function verdictOf({ mean, deviation }: RunningPair, n: number, alpha: number, margin: number): Verdict {
  const half = deviation > 0 ? halfWidth(n, deviation, alpha) : sameHalfWidth(mean, n, alpha);
  if (mean - half > 0) return 'behind';
  return mean + half <= margin ? 'within' : 'open';
}

/**
 * Values that are all the same say nothing of their spread. But were another value as frequent as q, n of the same would have
 * a chance of (1 − q)ⁿ; at alpha that bounds q, and no difference of accuracies is further than 1 + |mean| away.
 */
const sameHalfWidth = (mean: number, n: number, alpha: number): number =>
  (1 + Math.abs(mean)) * (1 - alpha ** (1 / n));

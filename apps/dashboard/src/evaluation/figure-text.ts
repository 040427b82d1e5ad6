import type { FigureContentFragment } from '@/generated/graphql';
import { formatShare, formatValue } from '../format/number';

const OF = {
  EXAMPLES: 'the scored examples',
  FOLDS: 'the folds',
  DRAWS: 'the examples that are learned from',
  EPISODES: 'the episodes',
  SEEDS: 'the random choices of training',
} as const;

const METHOD = {
  STUDENT: "Student's interval of a mean",
  WILSON: "Wilson's interval of a share",
  NADEAU_BENGIO: "Student's interval, widened because folds share what they learn from",
  ALWAYS_VALID: 'holds also where the scores themselves decided when to stop',
  BOOTSTRAP: 'drawn again from the sample (bootstrap)',
} as const;

export type Unit = 'share' | 'number';

const format = (value: number, unit: Unit) => (unit === 'share' ? formatShare(value) : formatValue(value));

export const figureValue = ({ value }: FigureContentFragment, unit: Unit = 'share'): string =>
  value == null ? '–' : format(value, unit);

/** "93.1 % – 95.0 %"; empty where there is no interval. */
export const figureRange = ({ low, high }: FigureContentFragment, unit: Unit = 'share'): string =>
  low == null || high == null ? '' : `${format(low, unit)} – ${format(high, unit)}`;

/** What the interval means, as a sentence. */
export const figureMeaning = ({ of, method, low }: FigureContentFragment): string =>
  low == null
    ? 'A single value: it has no interval.'
    : `If ${OF[of]} were drawn again, 95 of 100 such intervals would hold the true value (${METHOD[method]}).`;

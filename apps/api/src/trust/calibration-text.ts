import type { Calibration } from '@kshot/domain';
import { coverageOf, fewestFor } from '@kshot/fewshot';
import type { Calibration as Shown } from './trust.type.js';

/** 0.8125 → "81.3 %", 0.8 → "80 %". */
export const percent = (share: number): string => `${Number((100 * share).toFixed(1))} %`;

const CLOSELY = '(which holds closely when measured, but is not proved)';

/** A calibration with what it can promise. */
export function presentCalibration({ source, scores, part }: Calibration): Shown {
  const n = scores.length;
  const from = {
    HELD_OUT: `By ${n} ${n === 1 ? 'example' : 'examples'} of the ${part} part, which training did not see`,
    LEAVE_ONE_OUT: `By its ${n} support examples, each judged by the others ${CLOSELY}`,
    FOLDS: `By ${n} of its training examples, each judged without its fold ${CLOSELY}`,
  }[source];
  const levels = [0.8, 0.9, 0.95].map((level) =>
    n < fewestFor(level)
      ? `${percent(level)} needs ${fewestFor(level)} examples`
      : `${percent(level)} gives ${percent(coverageOf(n, level))}`,
  );
  return { source, examples: n, sentence: `${from}: ${levels.join(', ')}.` };
}

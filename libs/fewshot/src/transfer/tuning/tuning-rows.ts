import { derivedSeed, randomFrom } from '../../random/random.js';
import { stratifiedHoldOut } from '../../splits/stratified.js';
import type { TransferTask } from '../transfer-task.js';

const HELD = 52;
/** One example of each class of two to four: of larger ones less is held out. */
const SMALL_SHARE = 0.34;
const SHARE = 0.1;

/** The rows that the final head is fitted on; those of them that the encoder learns from, and those that it is judged by. */
export interface TuningRows {
  readonly support: Int32Array;
  readonly kept: Int32Array;
  readonly held: Int32Array;
}

/** Takes the validation part to judge by, or a share of each class. Throws RangeError where every class has one example. */
export function tuningRows(
  { parts: { train, validation }, labels }: Pick<TransferTask, 'parts' | 'labels'>,
  { seed, validationShare }: { readonly seed: number; readonly validationShare: number },
): TuningRows {
  if (validation.length > 0) return { support: train, kept: train, held: validation };
  for (const share of [validationShare || SHARE, SMALL_SHARE]) {
    const { kept, held } = stratifiedHoldOut(labels, train, share, randomFrom(derivedSeed(seed, HELD)));
    if (held.length > 0) return { support: train, kept, held };
  }
  throw new RangeError(
    'Encoder tuning needs two examples of some class, one of them to judge by. Add examples, or choose another method.',
  );
}

/** The same with more rows to learn from, behind the others; none of them is held out. */
export const withNameRows = ({ support, kept, held }: TuningRows, names: Int32Array): TuningRows => ({
  support: Int32Array.from([...support, ...names]),
  kept: Int32Array.from([...kept, ...names]),
  held,
});

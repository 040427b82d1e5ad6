import { type ChosenHead, heldOutScores } from '@kshot/fewshot';
import * as z from 'zod';

/** What the prediction sets of a model are calibrated by; kept with the model. */
export const calibration = z.object({
  /**
   * A part of a version that the model was not fitted on, or its own support examples, each judged by what was fitted without it, or
   * without its fold.
   */
  source: z.enum(['HELD_OUT', 'LEAVE_ONE_OUT', 'FOLDS']),
  /** Ascending: 1 less the probability of the true class. */
  scores: z.array(z.number()).readonly(),
  versionId: z.string().nullable(),
  split: z.string().nullable(),
  part: z.string().nullable(),
});
export type Calibration = z.infer<typeof calibration>;

/** By the folds that a head was chosen by (Vovk 2015's cross-conformal predictors); null where nothing was held out. */
export const foldCalibration = ({ heldOut, temperature }: ChosenHead): Calibration | null =>
  heldOut
    ? {
        source: 'FOLDS',
        scores: [...heldOutScores(heldOut, temperature)],
        versionId: null,
        split: null,
        part: null,
      }
    : null;

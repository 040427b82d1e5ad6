import { noBest } from '../training/early-stopping.js';
import { type Evaluated, namedMetrics } from '../training/evaluate.js';
import type { FitProgress } from '../training/fit-progress.js';
import { atStep } from '../training/step-columns.js';
import type { HeldOut } from './held-out.js';

/** What a head that is solved for at once reports: one step, one epoch. */
export function oneEpoch(
  train: Evaluated,
  validation: Evaluated | undefined,
  started: number,
  found: HeldOut | undefined,
): FitProgress {
  const values = {
    loss: train.loss,
    epoch: 1,
    epochSeconds: (performance.now() - started) / 1000,
    ...namedMetrics('train', train),
    ...(found ? heldOutMetrics(found) : {}),
    ...(validation ? namedMetrics('validation', validation) : {}),
  };
  const metrics = atStep(1, values);
  // Solving again takes no longer than storing what was solved.
  const checkpoint = () => ({ snapshot: { step: 0, arrays: {} }, best: noBest });
  return { step: 1, steps: 1, epoch: 1, epochs: 1, metrics, epochEnded: true, checkpoint };
}

/** The headline of a head: its accuracy on examples that it was not fitted on, with the interval. */
export const heldOutMetrics = ({ accuracy, low, high }: HeldOut) => ({
  crossValidationAccuracy: accuracy,
  crossValidationAccuracyLow: low,
  crossValidationAccuracyHigh: high,
});

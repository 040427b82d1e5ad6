import { DomainError } from '../domain-error.js';

/** Throws TRAINING_DIVERGED where a model answers with NaN or an infinity. */
export function assertFinite(probabilities: readonly number[]): void {
  if (probabilities.every(Number.isFinite)) return;
  throw new DomainError(
    'TRAINING_DIVERGED',
    'The model answers with values that are not numbers: its training diverged. Train it again with a smaller learning rate.',
  );
}

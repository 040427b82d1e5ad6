import { Diverged } from '@kshot/fewshot';
import { DomainError } from './domain-error.js';

/** What a function of the maths gives; its RangeError says what is wrong with the input, and Diverged that training failed. */
export function domainErrorsOf<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Diverged) throw new DomainError('TRAINING_DIVERGED', error.message);
    if (error instanceof RangeError) throw new DomainError('BAD_INPUT', error.message);
    throw error;
  }
}

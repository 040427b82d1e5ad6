import { type Engine, eagerEngine } from '@kshot/fewshot';

/** The engine of the backend that `loadBackend` has chosen. */
export function engine(): Engine {
  return eagerEngine();
}

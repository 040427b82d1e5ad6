import type { Listener, Store } from '@kshot/store';
import type { Gate } from './access/gate.js';
import type { Principal } from './access/principal.js';
import { type Loaders, loadersOf } from './loaders.js';
import type { PredictorProcess } from './predict/predictor-process.js';
import type { UsageCounter } from './usage/usage-counter.js';

/** What the use cases work with: one for the process. */
export interface Services {
  readonly store: Store;
  readonly listener: Listener;
  readonly predictor: PredictorProcess;
  readonly usage: UsageCounter;
  readonly gate: Gate;
  readonly startedAt: Date;
}
/** What a resolver gets: the services, and loaders of its own for each operation. */
export interface Context extends Services {
  readonly loaders: Loaders;
  /** Who asks. */
  readonly principal: Principal;
  /** Whether somebody still waits for the answer. */
  isAwaited(): boolean;
  /** Items of lists that the answer holds so far. */
  readonly given: { items: number };
}

export const contextOf = (services: Services, principal: Principal, isAwaited: () => boolean): Context => ({
  ...services,
  principal,
  loaders: loadersOf(services.store),
  isAwaited,
  given: { items: 0 },
});

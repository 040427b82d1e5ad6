import { type Listener, type Store, storeWithin } from '@kshot/store';
import type { Gate } from './access/gate.js';
import { type Principal, reachOf } from './access/principal.js';
import type { InputKeeper } from './kept-input/input-keeper.js';
import { type Loaders, loadersOf } from './loaders.js';
import type { PredictorProcess } from './predict/predictor-process.js';
import type { UsageCounter } from './usage/usage-counter.js';

/** What the use cases work with: one for the process. */
export interface Services {
  readonly store: Store;
  readonly listener: Listener;
  readonly predictor: PredictorProcess;
  readonly usage: UsageCounter;
  readonly inputs: InputKeeper;
  readonly gate: Gate;
  readonly startedAt: Date;
}
/** What is known of how somebody asked. */
interface Asked {
  /** The project that lists show and new things go to where a request names none; null for all. */
  readonly projectId: string | null;
  /** Whether somebody still waits for the answer. */
  readonly isAwaited: () => boolean;
  /** The id of the request in the log. */
  readonly request: string | null;
}

/** What a resolver gets: the services, and loaders of its own for each operation. */
export interface Context extends Services, Asked {
  readonly loaders: Loaders;
  /** Who asks. */
  readonly principal: Principal;
  /** Items of lists that the answer holds so far. */
  readonly given: { items: number };
}

/** What is stored is there as far as who asks reaches it. */
export function contextOf(
  services: Services,
  principal: Principal,
  { isAwaited = () => true, projectId = principal.projectId, request = null }: Partial<Asked> = {},
): Context {
  const store = storeWithin(services.store, reachOf(principal, false));
  let loaders: Loaders | undefined;
  return {
    ...services,
    store,
    principal,
    projectId,
    /** Made when first used: those who listen to metrics need none. */
    get loaders() {
      loaders ??= loadersOf(store);
      return loaders;
    },
    isAwaited,
    request,
    given: { items: 0 },
  };
}

/** The same to change something: a project that one may only look at is closed. */
export function contextToChange(context: Context): Context {
  const reach = reachOf(context.principal, true);
  if (reach === null) return context;
  const store = storeWithin(context.store, reach);
  return { ...context, store, loaders: loadersOf(store) };
}

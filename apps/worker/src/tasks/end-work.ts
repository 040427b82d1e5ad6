import type { Failure } from '@kshot/domain';
import { type Ending, endTask, type HeldTask, type Store, type TaskEnd } from '@kshot/store';
import type { Kind } from '../kinds/kind.js';

const nothing = Promise.resolve();

/** Ends a task as its kind wants it: what the kind locks first, then what it stores. */
export const endWork = (
  pool: Store['pool'],
  kind: Kind,
  held: HeldTask,
  how: TaskEnd,
  settle?: Ending['settle'],
): Promise<boolean> =>
  endTask(pool, held, how, { lock: (client) => kind.lock?.(client, held.subject) ?? nothing, settle });

/** Fails a task, with what else a failure changes for its kind. */
export const failWork = (
  pool: Store['pool'],
  kind: Kind,
  held: HeldTask,
  failure: Failure,
): Promise<boolean> =>
  endWork(
    pool,
    kind,
    held,
    { status: 'FAILED', failure },
    (client) => kind.fail?.(client, held.subject, failure) ?? nothing,
  );

import type pg from 'pg';
import { cancelEvaluation, requeueEvaluation } from '../evaluations/end-evaluation.js';
import { inTransaction, type Transaction } from '../in-transaction.js';
import { forgetAdvice } from '../recommendations/settle-advice.js';
import type { WithId } from '../rows/tables.js';
import { discardDataSet, restoreDataSet } from '../versions/discard-data-set.js';
import { cancelTasks } from './cancel-tasks.js';
import { queueTasks } from './queue-tasks.js';
import { holdRow } from './rows-with-tasks.js';

/** How the work on a row is stopped and queued again; false where its state does not allow it. */
interface Work {
  cancel(client: Transaction, id: string): Promise<boolean>;
  requeue(client: Transaction, id: string): Promise<boolean>;
}

interface OneTask {
  readonly kind: string;
  /** Whether it ends after its present step, not at once. */
  readonly gently?: boolean;
  /** Further changes in the transaction that cancels it. */
  cancelled?(client: Transaction, id: string): Promise<unknown>;
  /** Further changes in the transaction that queues it again. */
  requeued?(client: Transaction, id: string): Promise<unknown>;
}

const oneTask = (table: WithId, { kind, gently = false, cancelled, requeued }: OneTask): Work => ({
  async cancel(client, id) {
    if ((await cancelTasks(client, id, { gently })) === 0) return false;
    await cancelled?.(client, id);
    return true;
  },
  async requeue(client, id) {
    await holdRow(client, table, id);
    if ((await queueTasks(client, [{ kind, subject: id, part: 0 }])) === 0) return false;
    await requeued?.(client, id);
    return true;
  },
});

/** All rows whose work a user can cancel and retry. */
const works = {
  run: oneTask('run', { kind: 'run', gently: true }),
  evaluation: { cancel: cancelEvaluation, requeue: requeueEvaluation },
  labelCheck: oneTask('labelCheck', { kind: 'check' }),
  prediction: oneTask('prediction', { kind: 'prediction' }),
  recommendation: oneTask('recommendation', { kind: 'advice', requeued: forgetAdvice }),
  dataSetVersion: oneTask('dataSetVersion', {
    kind: 'import',
    cancelled: discardDataSet,
    requeued: restoreDataSet,
  }),
} as const satisfies Partial<Record<WithId, Work>>;

export type WithWork = keyof typeof works;

/** Cancels the work on a row. Returns whether it was waiting or running. */
export const cancelRow = (pool: pg.Pool, table: WithWork, id: string): Promise<boolean> =>
  inTransaction(pool, (client) => works[table].cancel(client, id));

/** Queues the failed or cancelled work on a row again. Returns whether it is queued. Throws NOT_FOUND and CONFLICT. */
export const requeueRow = (pool: pg.Pool, table: WithWork, id: string): Promise<boolean> =>
  inTransaction(pool, (client) => works[table].requeue(client, id));

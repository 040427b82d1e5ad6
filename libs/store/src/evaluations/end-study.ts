import { DomainError } from '@kshot/domain';
import type pg from 'pg';
import { inTransaction, type Transaction } from '../in-transaction.js';
import { deleteRow } from '../rows/write-rows.js';
import { holdRow } from '../tasks/rows-with-tasks.js';
import { cancelEvaluation, requeueEvaluation } from './end-evaluation.js';

/** Cancels those of its evaluations that go on, all or none. False when none did. Throws NOT_FOUND. */
export const cancelStudy = (pool: pg.Pool, id: string): Promise<boolean> =>
  inTransaction(pool, (client) => ofEach(client, id, cancelEvaluation));

/** Queues those of its evaluations again that failed or were cancelled, all or none. False when none did. Throws NOT_FOUND. */
export const requeueStudy = (pool: pg.Pool, id: string): Promise<boolean> =>
  inTransaction(pool, (client) => ofEach(client, id, requeueEvaluation));

/** Deletes a study with its evaluations. Throws NOT_FOUND, and CONFLICT while one goes on. */
export const deleteStudy = (pool: pg.Pool, id: string): Promise<void> =>
  inTransaction(pool, async (client) => {
    await holdRow(client, 'study', id);
    const { rows } = await client.query<{ name: string; status: string }>(
      `select name, status from evaluation where study_id = $1 and status in ('QUEUED', 'RUNNING') order by id limit 1`,
      [id],
    );
    if (rows[0])
      throw new DomainError(
        'CONFLICT',
        `${rows[0].name} is still ${rows[0].status.toLowerCase()}. Cancel the study first.`,
      );
    await deleteRow(client, 'study', id);
  });

/** The study comes first and its evaluations in the order of their ids, as where it is settled. */
async function ofEach(
  client: Transaction,
  id: string,
  change: (client: Transaction, evaluationId: string) => Promise<boolean>,
): Promise<boolean> {
  await holdRow(client, 'study', id);
  const { rows } = await client.query<{ id: string }>(
    'select id from evaluation where study_id = $1 order by id',
    [id],
  );
  let changed = false;
  for (const row of rows) if (await change(client, row.id)) changed = true;
  return changed;
}

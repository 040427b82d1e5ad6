import type { Advice } from '@kshot/domain';
import type pg from 'pg';
import type { HeldTask } from '../tasks/task.js';

/** Stores what the advisor would say by now; nothing where the attempt is not the present one. */
export async function draftAdvice(
  pool: pg.Pool,
  { id, attempt, subject }: HeldTask,
  advice: Advice,
): Promise<void> {
  await pool.query(
    `update recommendation set result = $4 where id = $3
       and exists (select from task where id = $1 and attempt = $2 and status = 'RUNNING')`,
    [id, attempt, subject, JSON.stringify(advice)],
  );
}

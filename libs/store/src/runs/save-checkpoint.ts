import type pg from 'pg';
import type { HeldTask } from '../tasks/task.js';

/** Notes a state that the run can go on from and forgets older ones; false when the attempt is not the present one. */
export async function saveCheckpoint(
  pool: pg.Pool,
  { id, attempt, subject }: HeldTask,
  step: number,
  hash: string,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into checkpoint (run_id, step, attempt, hash)
     select subject, $3, $2, $4 from task where id = $1 and attempt = $2 and status = 'RUNNING' for share
     on conflict (run_id, step) do update set hash = excluded.hash, attempt = excluded.attempt`,
    [id, attempt, step, hash],
  );
  if (rowCount === 0) return false;
  await pool.query('delete from checkpoint where run_id = $1 and step < $2', [subject, step]);
  return true;
}

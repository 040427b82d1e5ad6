import type pg from 'pg';
import type { HeldTask } from './task.js';

/** Attempts whose lease has run out, of whichever worker. */
export async function lostTasks(pool: pg.Pool): Promise<HeldTask[]> {
  const { rows } = await pool.query<HeldTask>(
    `select id, kind, subject, part, attempt, losses from task where status = 'RUNNING' and lease_until < now() limit 1000`,
  );
  return rows;
}

import type { Environment } from '@kshot/domain';
import type pg from 'pg';
import type { HeldTask } from './task.js';

/** Stores how far an attempt is, or where it runs; false, and nothing stored, when it is not the present one. */
export async function progressTask(
  pool: pg.Pool,
  { id, attempt }: HeldTask,
  news: { readonly progress?: unknown; readonly environment?: Environment },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update task set progress = coalesce($3::jsonb, progress), environment = coalesce($4::jsonb, environment)
     where id = $1 and attempt = $2 and status = 'RUNNING'`,
    [id, attempt, json(news.progress), json(news.environment)],
  );
  return rowCount === 1;
}

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

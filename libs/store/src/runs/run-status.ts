import type { RunStatus } from '@kshot/domain';
import type pg from 'pg';
import { assertId, notFound } from '../rows/find-rows.js';

/** Where a run stands, without its reports: asked at every look at its metrics. Throws NOT_FOUND. */
export async function runStatus(pool: pg.Pool, id: string): Promise<RunStatus> {
  assertId('run', id);
  const { rows } = await pool.query<{ status: RunStatus }>('select status from run where id = $1', [id]);
  if (!rows[0]) throw notFound('run', id);
  return rows[0].status;
}

import type pg from 'pg';

/** Days for which hours are kept. */
export const USAGE_DAYS = 90;

/** Deletes the hours that are too old. */
export async function forgetUsage(pool: pg.Pool): Promise<void> {
  await pool.query(`delete from model_usage where hour < now() - make_interval(days => ${USAGE_DAYS})`);
}

import type pg from 'pg';

const MOST = 1000;

/** Ids of runs that run, or were made, begun or ended after this time. */
export async function runsChangedSince(pool: pg.Pool, since: Date): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from run where status = 'RUNNING' or created_at > $1 or started_at > $1 or ended_at > $1 limit $2`,
    [since, MOST],
  );
  return rows.map(({ id }) => id);
}

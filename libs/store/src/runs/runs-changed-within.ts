import type pg from 'pg';

const MOST = 1000;

/** Ids of runs that run, or were made, begun or ended within the last milliseconds, by the clock of the database. */
export async function runsChangedWithin(pool: pg.Pool, milliseconds: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from run, (select now() - make_interval(secs => $1::float8 / 1000) as since) as clock
     where status = 'RUNNING' or created_at > since or started_at > since or ended_at > since limit $2`,
    [milliseconds, MOST],
  );
  return rows.map(({ id }) => id);
}

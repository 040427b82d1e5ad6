import type pg from 'pg';

const MOST = 1000;

/** What runs, or was made, begun or ended after `since`. */
const changed = {
  run: `select id from run, clock where status = 'RUNNING' or created_at > since or started_at > since or ended_at > since`,
  dataSetVersion: `select v.id from clock, data_set_version v join task on subject = v.id and kind = 'import'
    where v.status = 'IMPORTING' or queued_at > since or ended_at > since`,
};

/** Ids of rows whose work goes on or changed within the last milliseconds, by the clock of the database. */
export async function changedWithin(
  pool: pg.Pool,
  table: keyof typeof changed,
  milliseconds: number,
): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `with clock as (select now() - make_interval(secs => $1::float8 / 1000) as since) ${changed[table]} limit $2`,
    [milliseconds, MOST],
  );
  return rows.map(({ id }) => id);
}

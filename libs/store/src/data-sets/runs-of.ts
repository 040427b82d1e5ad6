import type pg from 'pg';

/** Runs on any version of a data set: how many, and what the newest three are called. */
export async function runsOf(pool: pg.Pool, dataSetId: string): Promise<{ count: number; newest: string[] }> {
  const { rows } = await pool.query<{ count: number; newest: string[] }>(
    `select count(*)::int as count, coalesce((array_agg(run.name order by run.created_at desc, run.id))[1:3], '{}') as newest
     from run join data_set_version v on v.id = run.version_id where v.data_set_id = $1`,
    [dataSetId],
  );
  return rows[0]!;
}

import type pg from 'pg';

/** Runs on any version of a data set. */
export async function countRunsOf(pool: pg.Pool, dataSetId: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from run join data_set_version v on v.id = run.version_id where v.data_set_id = $1`,
    [dataSetId],
  );
  return rows[0]!.n;
}

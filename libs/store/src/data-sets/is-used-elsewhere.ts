import type pg from 'pg';

/** Whether another project has something of a data set that was shipped. Its names are not for this one. */
export async function isUsedElsewhere(pool: pg.Pool, dataSetId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select 1 from (
       select version_id, project_id from run
       union all select version_id, project_id from evaluation
       union all select version_id, project_id from label_check
       union all select version_id, project_id from labelling
       union all select version_id, project_id from recommendation
       union all select version_id, project_id from prediction
     ) work join data_set_version v on v.id = work.version_id join data_set d on d.id = v.data_set_id
     where d.id = $1 and work.project_id <> d.project_id limit 1`,
    [dataSetId],
  );
  return rowCount !== 0;
}

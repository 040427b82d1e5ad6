import type pg from 'pg';

/** Takes the data set of a version whose import failed out of the lists and frees its name, unless it has other versions. */
export const discardDataSet = (client: pg.PoolClient, versionId: string) =>
  client.query(
    `update data_set set discarded_at = now() from data_set_version v
     where v.id = $1 and data_set.id = v.data_set_id
       and not exists (select 1 from data_set_version o where o.data_set_id = data_set.id and o.id <> $1)`,
    [versionId],
  );

import type pg from 'pg';

/** What a person has in use. */
export interface PersonUse {
  readonly id: string;
  readonly runningTasks: number;
  /** Of their data sets, files of imports that go on, failed or were cancelled, their models, and files that they sent and did not use yet. */
  readonly storageBytes: number;
}

export async function personUse(pool: pg.Pool, ids: readonly string[]): Promise<PersonUse[]> {
  const { rows } = await pool.query<PersonUse>(
    `select p.id,
       (select count(*)::int from task where person_id = p.id and status = 'RUNNING') as "runningTasks",
       ((select coalesce(sum(v.bytes), 0) from data_set d join data_set_version v on v.data_set_id = d.id where d.person_id = p.id)
        + (select coalesce(sum(f.bytes), 0) from (
             select distinct on (v.id) u.bytes from data_set d join data_set_version v on v.data_set_id = d.id
               join upload u on u.sha256 = v.upload_hash
             where d.person_id = p.id and v.status <> 'READY') f)
        + (select coalesce(sum(bytes), 0) from model where person_id = p.id)
        + (select coalesce(sum(bytes), 0) from upload
           where person_id = p.id and used_at is null and (sha256 is not null or expires_at > now())))::float8 as "storageBytes"
     from person p where p.id = any($1)`,
    [ids],
  );
  return rows;
}

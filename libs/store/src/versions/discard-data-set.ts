import { DomainError } from '@kshot/domain';
import type pg from 'pg';
import { isTaken } from '../rows/refused-by-race.js';

/** Takes the data set of a version whose import failed or was cancelled out of the lists and frees its name, unless another version may still be used. */
export const discardDataSet = (client: pg.PoolClient, versionId: string) =>
  client.query(
    `update data_set set discarded_at = now() from data_set_version v
     where v.id = $1 and data_set.id = v.data_set_id
       and not exists (select 1 from data_set_version o where o.data_set_id = data_set.id and o.id <> $1 and o.status <> 'FAILED')`,
    [versionId],
  );

/** Puts the data set of a version that is imported again back into the lists. Throws CONFLICT where its name is taken, and for an edit of what is no longer the newest. */
export async function restoreDataSet(client: pg.PoolClient, versionId: string): Promise<void> {
  await assertNewest(client, versionId);
  const { rows } = await client.query<{ id: string; name: string }>(
    `select d.id, d.name from data_set d join data_set_version v on v.data_set_id = d.id
     where v.id = $1 and d.discarded_at is not null`,
    [versionId],
  );
  if (!rows[0]) return;
  const { id, name } = rows[0];
  try {
    await client.query('update data_set set discarded_at = null where id = $1', [id]);
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new DomainError(
      'CONFLICT',
      `Another data set is called "${name}" now. Delete it and retry, or import the file again under another name.`,
    );
  }
}

async function assertNewest(client: pg.PoolClient, versionId: string): Promise<void> {
  const { rows } = await client.query<{ number: number }>(
    `select n.number from data_set_version v join data_set_version p on p.id = v.parent_id
       join data_set_version n on n.data_set_id = v.data_set_id
     where v.id = $1 and n.id <> v.id and n.number > p.number and n.status <> 'FAILED'
     order by n.number desc limit 1`,
    [versionId],
  );
  if (rows[0])
    throw new DomainError(
      'CONFLICT',
      `Version ${rows[0].number} is newer than what this version was made of. Make the changes to that one.`,
    );
}

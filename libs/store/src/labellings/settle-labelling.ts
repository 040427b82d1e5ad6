import type pg from 'pg';

export async function settleLabelling(client: pg.PoolClient, id: string, hash: string): Promise<void> {
  await client.query('update labelling set features_hash = $2 where id = $1', [id, hash]);
}

import type { Advice } from '@kshot/domain';
import type pg from 'pg';

export async function settleAdvice(client: pg.PoolClient, id: string, advice: Advice): Promise<void> {
  await client.query('update recommendation set result = $2 where id = $1', [id, JSON.stringify(advice)]);
}

/** Drops what an attempt that did not finish would have said. */
export const forgetAdvice = (client: pg.PoolClient, id: string) =>
  client.query('update recommendation set result = null where id = $1', [id]);

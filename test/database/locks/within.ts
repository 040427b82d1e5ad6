import type { Store } from '@kshot/store';
import type pg from 'pg';

/** Runs statements in a transaction that ends before the result is waited for. */
export async function within<T>({ pool }: Store, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await run(client);
    await client.query('commit');
    return result;
  } finally {
    client.release();
  }
}

import type pg from 'pg';

/** A connection within a transaction. */
export type Transaction = pg.PoolClient;

/** Runs statements in one transaction: all or nothing. */
export async function inTransaction<T>(
  pool: pg.Pool,
  run: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await run(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined); // the connection is lost, and the transaction with it
    throw error;
  } finally {
    client.release();
  }
}

import type pg from 'pg';

/** A connection within a transaction. */
export type Transaction = pg.PoolClient;

/** How often a transaction is run that PostgreSQL ended because it stood in the way of another one. */
const RUNS = 3;
/** A deadlock, and a snapshot that is too old. */
const inTheWay = new Set(['40P01', '40001']);

/** Runs statements in one transaction: all or nothing. They run again where PostgreSQL ended them for the sake of another transaction. */
export async function inTransaction<T>(
  pool: pg.Pool,
  run: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  for (let left = RUNS - 1; ; left--)
    try {
      return await once(pool, run);
    } catch (error) {
      if (left === 0 || !inTheWay.has((error as { code?: string }).code ?? '')) throw error;
    }
}

async function once<T>(pool: pg.Pool, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
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

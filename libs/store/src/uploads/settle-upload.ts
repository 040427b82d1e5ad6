import type pg from 'pg';

/** Notes that a file has arrived; false when it had already. */
export async function settleUpload(pool: pg.Pool, id: string, hash: string): Promise<boolean> {
  const { rowCount } = await pool.query('update upload set sha256 = $2 where id = $1 and sha256 is null', [
    id,
    hash,
  ]);
  return rowCount === 1;
}

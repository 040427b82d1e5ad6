import type pg from 'pg';
import type { Store } from '../open-store.js';
import { ownsBlobs } from './owns-blobs.js';
import { referencesIn } from './references-in.js';

const HOUR = 3_600_000; // milliseconds

/** Bytes that were written so recently that their row may still be on its way are kept. */
const GRACE = 6 * HOUR;

/** An advisory lock: whoever holds it keeps all blobs where they are, as a backup does. */
export const BLOBS_LOCK = 0x6b73686f;
const AT_ONCE = 500;

/**
 * Removes the blobs that no row refers to, and gives their hashes. Nothing else removes a blob: many rows may refer to the same
 * bytes. A blob is set aside first and restored when a row has come to refer to it meanwhile.
 */
export async function collectBlobs(
  { pool, blobs }: Pick<Store, 'pool' | 'blobs'>,
  grace = GRACE,
): Promise<string[]> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      BLOBS_LOCK,
    ]);
    if (!rows[0]?.mine) return [];
    if (!(await ownsBlobs(client, blobs))) return [];
    for (const hash of await blobs.leftAside()) await blobs.restore(hash);
    await client.query(`delete from upload where expires_at < now() - interval '7 days'`);
    const removed: string[] = [];
    const before = Date.now() - grace;
    let batch: string[] = [];
    const collect = async (): Promise<void> => {
      removed.push(...(await collectBatch(client, blobs, batch, before)));
      batch = [];
    };
    const referred = await referencesIn(client); // once for all: it reads every row
    for await (const hash of blobs.unchangedSince(before)) {
      if (!referred.has(hash)) batch.push(hash);
      if (batch.length === AT_ONCE) await collect();
    }
    await collect();
    return removed;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [BLOBS_LOCK]).catch(() => undefined); // ends with the connection
    client.release();
  }
}

async function collectBatch(
  client: pg.PoolClient,
  blobs: Store['blobs'],
  hashes: readonly string[],
  before: number,
): Promise<string[]> {
  const aside: string[] = [];
  for (const hash of hashes) if (await blobs.setAside(hash, before)) aside.push(hash);
  const claimed = await referencesIn(client, aside).catch(() => new Set(aside)); // not known: all of them are kept
  for (const hash of aside) await (claimed.has(hash) ? blobs.restore(hash) : blobs.discard(hash));
  return aside.filter((hash) => !claimed.has(hash));
}

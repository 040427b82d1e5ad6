import type { Retention } from '@kshot/domain';
import type pg from 'pg';
import type { Store } from '../open-store.js';
import { deleteOldRows } from '../system/delete-old-rows.js';
import { ownsBlobs } from './owns-blobs.js';
import { referencesIn } from './references-in.js';

const HOUR = 3_600_000; // milliseconds

/** Bytes that were written so recently that their row may still be on its way are kept. */
const GRACE = 6 * HOUR;

/** An advisory lock: whoever holds it keeps all blobs where they are, as a backup does. */
export const BLOBS_LOCK = 0x6b73686f;
const AT_ONCE = 500;

/** What is kept where nothing else is said. */
const USUAL: Retention = { uploads: 7, checkpoints: null, predictions: null, inputs: 30, auditLog: null };

interface Collected {
  /** Old rows that were deleted before. */
  readonly rows: number;
  readonly hashes: readonly string[];
  readonly bytes: number;
}
const nothing: Collected = { rows: 0, hashes: [], bytes: 0 };

/**
 * Deletes rows that are kept no longer, removes the blobs that no row refers to, and gives their hashes and the sum of their bytes. Nothing else removes a blob: many rows may refer to the same
 * bytes. A blob is set aside first and restored when a row has come to refer to it meanwhile.
 */
export async function collectBlobs(
  { pool, blobs }: Pick<Store, 'pool' | 'blobs'>,
  grace = GRACE,
  retention = USUAL,
): Promise<Collected> {
  const client = await pool.connect();
  try {
    const { rows: locked } = await client.query<{ mine: boolean }>(
      'select pg_try_advisory_lock($1) as mine',
      [BLOBS_LOCK],
    );
    if (!locked[0]?.mine) return nothing;
    if (!(await ownsBlobs(client, blobs))) return nothing;
    for (const hash of await blobs.leftAside()) await blobs.restore(hash);
    const rows = await deleteOldRows(pool, retention);
    const removed: string[] = [];
    let bytes = 0;
    const before = (await blobs.now()) - grace;
    let batch: string[] = [];
    const collect = async (): Promise<void> => {
      const some = await collectBatch(client, blobs, batch, before);
      removed.push(...some.hashes);
      bytes += some.bytes;
      batch = [];
    };
    const referred = await referencesIn(client); // once for all: it reads every row
    for await (const hash of blobs.unchangedSince(before)) {
      if (!referred.has(hash)) batch.push(hash);
      if (batch.length === AT_ONCE) await collect();
    }
    await collect();
    return { rows, hashes: removed, bytes };
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
): Promise<Omit<Collected, 'rows'>> {
  const aside: string[] = [];
  for (const hash of hashes) if (await blobs.setAside(hash, before)) aside.push(hash);
  const claimed = await referencesIn(client, aside).catch(() => new Set(aside)); // not known: all of them are kept
  let bytes = 0;
  for (const hash of aside)
    if (claimed.has(hash)) await blobs.restore(hash);
    else bytes += await blobs.discard(hash);
  return { hashes: aside.filter((hash) => !claimed.has(hash)), bytes };
}

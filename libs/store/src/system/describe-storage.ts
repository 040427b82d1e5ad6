import { statfs } from 'node:fs/promises';
import type { Store } from '../open-store.js';

export interface Storage {
  /** What the database says is there; contents that several share count for each. */
  readonly kinds: { readonly name: string; readonly count: number; readonly bytes: number }[];
  readonly blobCount: number;
  readonly blobBytes: number;
  readonly databaseBytes: number;
  readonly freeBytes: number;
}

/** Bytes by kind, and what is left of the disk that holds them. */
export async function describeStorage({ pool, blobs }: Store): Promise<Storage> {
  const [kinds, database, { count, bytes }, disk] = await Promise.all([
    pool.query<{ name: string; count: number; bytes: string }>(
      `select 'Data sets' as name, count(*)::int as count, coalesce(sum(bytes), 0) as bytes from data_set_version
       union all select 'Models', count(*)::int, coalesce(sum(bytes), 0) from model
       union all select 'Uploads', count(*)::int, coalesce(sum(bytes), 0) from upload`,
    ),
    pool.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes'),
    blobs.measure(),
    statfs(blobs.dir),
  ]);
  return {
    kinds: kinds.rows.map((kind) => ({ ...kind, bytes: Number(kind.bytes) })),
    blobCount: count,
    blobBytes: bytes,
    databaseBytes: Number(database.rows[0]!.bytes),
    freeBytes: disk.bavail * disk.bsize,
  };
}

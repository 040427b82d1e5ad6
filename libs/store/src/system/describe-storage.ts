import { statfs } from 'node:fs/promises';
import type { Store } from '../open-store.js';

interface Stored {
  readonly count: number;
  readonly bytes: number;
}

export interface Storage {
  /** All contents, by what first refers to them. */
  readonly kinds: (Stored & { readonly name: string })[];
  readonly blobCount: number;
  readonly blobBytes: number;
  readonly databaseBytes: number;
  readonly freeBytes: number;
}

/** What refers to contents, by name; what several refer to belongs to the first of them. */
const REFERRING: readonly (readonly [name: string, statement: string])[] = [
  ['Data sets', 'select hash from data_set_version'],
  ['Models', 'select unnest(array[hash, support_hash, lesson_hash]) as hash from model'],
  ['Uploads', 'select sha256 as hash from upload union all select upload_hash from data_set_version'],
  ['Predictions', 'select unnest(array[upload_hash, result_hash, index_hash]) as hash from prediction'],
  ['Checkpoints', 'select hash from checkpoint'],
];
/** Features of data sets, maps, results of evaluations, inputs to review, and what is about to be removed. */
const REST = 'Features, reports and unused';

/** Bytes by kind, and what is left of the disk that holds them. */
export async function describeStorage({ pool, blobs }: Store): Promise<Storage> {
  const [referring, database, left, disk] = await Promise.all([
    Promise.all(REFERRING.map(([, statement]) => pool.query<{ hash: string | null }>(statement))),
    pool.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes'),
    blobs.sizes(),
    statfs(blobs.dir),
  ]);
  const all = totalOf(left.values());
  const kinds = REFERRING.map(([name], i) => {
    const own: number[] = [];
    for (const { hash } of referring[i]!.rows) {
      const bytes = hash === null ? undefined : left.get(hash);
      if (bytes === undefined || hash === null) continue;
      own.push(bytes);
      left.delete(hash);
    }
    return { name, ...totalOf(own) };
  });
  return {
    kinds: [...kinds, { name: REST, ...totalOf(left.values()) }],
    blobCount: all.count,
    blobBytes: all.bytes,
    databaseBytes: Number(database.rows[0]!.bytes),
    freeBytes: disk.bavail * disk.bsize,
  };
}

function totalOf(sizes: Iterable<number>): Stored {
  let [count, bytes] = [0, 0];
  for (const size of sizes) {
    count++;
    bytes += size;
  }
  return { count, bytes };
}

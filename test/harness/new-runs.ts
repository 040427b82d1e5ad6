import { queueTasks, type Store } from '@kshot/store';
import { v7 } from 'uuid';
import { newVersion } from './new-version.js';

/** Runs that wait for a worker, on a version of their own. */
export async function newRuns(store: Store, count: number): Promise<string[]> {
  const versionId = await newVersion(store);
  const ids = Array.from({ length: count }, () => v7());
  await store.pool.query(
    `insert into run (id, name, technique, method, settings, seed, version_id)
     select id, id, 'PRETRAIN', 'DENSE', '{}', 1, $2 from unnest($1::uuid[]) as r(id)`,
    [ids, versionId],
  );
  await queueTasks(
    store.pool,
    ids.map((subject) => ({ kind: 'run', subject, part: 0 })),
  );
  return ids;
}

import { insertRow, queueTasks, type Store } from '@kshot/store';
import { v7 } from 'uuid';

/** Runs that wait for a worker, on a version of their own. */
export async function newRuns({ pool }: Store, count: number): Promise<string[]> {
  const dataSetId = await insertRow(pool, 'dataSet', { name: 'irises' });
  const versionId = await insertRow(pool, 'dataSetVersion', {
    dataSetId,
    number: 1,
    uploadHash: 'aa',
    request: { fileName: 'irises.csv', testShare: 0, seed: 1 },
  });
  const ids = Array.from({ length: count }, () => v7());
  await pool.query(
    `insert into run (id, name, technique, method, settings, seed, version_id)
     select id, id, 'PRETRAIN', 'DENSE', '{}', 1, $2 from unnest($1::uuid[]) as r(id)`,
    [ids, versionId],
  );
  await queueTasks(
    pool,
    ids.map((subject) => ({ kind: 'run', subject, part: 0 })),
  );
  return ids;
}

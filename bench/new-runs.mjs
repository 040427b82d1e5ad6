import { claimTask, insertRow, queueTasks } from '@kshot/store';
import { v7 } from 'uuid';

/** Runs that are being recorded, on a version without examples; gives the right to write to each. */
export async function newRuns({ pool }, count) {
  const dataSetId = await insertRow(pool, 'dataSet', { name: `bench ${v7()}` });
  const request = { fileName: 'none.csv', testShare: 0, seed: 1 };
  const versionId = await insertRow(pool, 'dataSetVersion', {
    dataSetId,
    number: 1,
    uploadHash: 'aa',
    request,
  });
  const row = { technique: 'PRETRAIN', method: 'DENSE', settings: {}, seed: 1, versionId };
  const ids = [];
  for (let i = 0; i < count; i++) ids.push(await insertRow(pool, 'run', { name: `run ${i}`, ...row }));
  await queueTasks(
    pool,
    ids.map((subject) => ({ kind: 'run', subject, part: 0 })),
  );
  const held = [];
  for (let i = 0; i < count; i++) held.push(await claimTask(pool, ['run'], 'bench'));
  return held;
}

import { claimTask, type HeldTask, insertRow, queueTasks, type Store } from '@kshot/store';
import { v7 } from 'uuid';

/** Runs that are being recorded, on a version without examples; gives the right to write to each. */
export async function newRuns({ pool }: Pick<Store, 'pool'>, count: number): Promise<HeldTask[]> {
  const dataSetId = await insertRow(pool, 'dataSet', { name: `bench ${v7()}` });
  const request = { fileName: 'none.csv', testShare: 0, seed: 1 };
  const versionId = await insertRow(pool, 'dataSetVersion', {
    dataSetId,
    number: 1,
    uploadHash: 'aa',
    request,
  });
  const row = { technique: 'PRETRAIN', method: 'DENSE', settings: {}, seed: 1, versionId } as const;
  const ids: string[] = [];
  for (let i = 0; i < count; i++) ids.push(await insertRow(pool, 'run', { name: `run ${i}`, ...row }));
  await queueTasks(
    pool,
    ids.map((subject) => ({ kind: 'run', subject, part: 0 })),
  );
  const held: HeldTask[] = [];
  for (let i = 0; i < count; i++) {
    const one = await claimTask(pool, ['run'], 'bench');
    if (one) held.push(one);
  }
  return held;
}

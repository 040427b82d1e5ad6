import { queueTasks, type Store } from '@kshot/store';
import { v7 } from 'uuid';

/** Runs that wait for a worker, on a version of their own. */
export async function newRuns({ prisma, pool }: Store, count: number): Promise<string[]> {
  const { id: dataSetId } = await prisma.dataSet.create({ data: { name: 'irises' } });
  const version = await prisma.dataSetVersion.create({
    data: { dataSetId, number: 1, uploadHash: 'aa', request: {} },
  });
  const ids = Array.from({ length: count }, () => v7());
  await prisma.run.createMany({
    data: ids.map((id) => ({
      id,
      name: id,
      technique: 'PRETRAIN',
      method: 'DENSE',
      settings: {},
      seed: 1,
      versionId: version.id,
    })),
  });
  await queueTasks(
    pool,
    ids.map((subject) => ({ kind: 'run', subject, part: 0 })),
  );
  return ids;
}

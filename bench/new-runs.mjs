import { claimTask, queueTasks } from '@kshot/store';
import { v7 } from 'uuid';

/** Runs that are being recorded, on a version without examples; gives the right to write to each. */
export async function newRuns({ prisma, pool }, count) {
  const { id: dataSetId } = await prisma.dataSet.create({ data: { name: `bench ${v7()}` } });
  const version = await prisma.dataSetVersion.create({
    data: { dataSetId, number: 1, uploadHash: 'aa', request: {} },
  });
  const ids = Array.from({ length: count }, () => v7());
  const row = { technique: 'PRETRAIN', method: 'DENSE', settings: {}, seed: 1, versionId: version.id };
  await prisma.run.createMany({ data: ids.map((id) => ({ id, name: id, ...row })) });
  await queueTasks(
    pool,
    ids.map((subject) => ({ kind: 'run', subject, part: 0 })),
  );
  const held = [];
  for (let i = 0; i < count; i++) held.push(await claimTask(pool, ['run'], 'bench'));
  return held;
}

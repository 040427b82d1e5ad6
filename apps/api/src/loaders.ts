import { openPack, type PackReader, type Store } from '@kshot/store';
import DataLoader from 'dataloader';
import { type Example, presentExample } from './example/example.type.js';

/** Batches the look-ups of one operation. */
export type Loaders = ReturnType<typeof loadersOf>;

export function loadersOf({ prisma, blobs }: Store) {
  const byId = <T extends { id: string }>(find: (ids: string[]) => Promise<T[]>) =>
    new DataLoader<string, T | null>(async (ids) => {
      const rows = new Map((await find([...ids])).map((row) => [row.id, row]));
      return ids.map((id) => rows.get(id) ?? null);
    });
  return {
    dataSet: byId((ids) => prisma.dataSet.findMany({ where: { id: { in: ids } } })),
    version: byId((ids) => prisma.dataSetVersion.findMany({ where: { id: { in: ids } } })),
    split: byId((ids) => prisma.split.findMany({ where: { id: { in: ids } } })),
    run: byId((ids) => prisma.run.findMany({ where: { id: { in: ids } } })),
    model: byId((ids) => prisma.model.findMany({ where: { id: { in: ids } } })),
    /** The task of a row that has one, by the id of the row. */
    task: new DataLoader(async (subjects: readonly string[]) => {
      const rows = await prisma.task.findMany({
        where: {
          subject: { in: [...subjects] },
          kind: { in: ['run', 'import', 'inspection', 'check', 'advice', 'prediction', 'labelling'] },
        },
      });
      const bySubject = new Map(rows.map((row) => [row.subject, row]));
      return subjects.map((id) => bySubject.get(id) ?? null);
    }),
    study: byId((ids) => prisma.study.findMany({ where: { id: { in: ids } } })),
    evaluation: byId((ids) => prisma.evaluation.findMany({ where: { id: { in: ids } } })),
    /** The evaluations of a study, by version and position. */
    evaluationsOfStudy: new DataLoader(async (studyIds: readonly string[]) => {
      const rows = await prisma.evaluation.findMany({
        where: { studyId: { in: [...studyIds] } },
        orderBy: [{ id: 'asc' }],
      });
      return studyIds.map((id) => rows.filter((row) => row.studyId === id));
    }),
    /** Accuracies of the scored units of an evaluation, in order; of those that count, where that is known. */
    scores: new DataLoader(async (evaluationIds: readonly string[]) => {
      const shards = await prisma.evaluationShard.findMany({
        where: { evaluationId: { in: [...evaluationIds] } },
        orderBy: { index: 'asc' },
        select: { evaluationId: true, scores: true, evaluation: { select: { countedUnits: true } } },
      });
      return evaluationIds.map((id) => {
        const own = shards.filter((shard) => shard.evaluationId === id);
        return own.flatMap(({ scores }) => scores).slice(0, own[0]?.evaluation.countedUnits ?? undefined);
      });
    }),
    classes: new DataLoader(async (versionIds: readonly string[]) => {
      const rows = await prisma.class.findMany({
        where: { versionId: { in: [...versionIds] } },
        orderBy: { index: 'asc' },
      });
      return versionIds.map((versionId) => rows.filter((row) => row.versionId === versionId));
    }),
    /** Examples of the version that a check is of, by their places in it. */
    checkedExample: new DataLoader<{ checkId: string; index: number }, Example, string>(
      async (keys) => {
        const checks = await prisma.labelCheck.findMany({
          where: { id: { in: [...new Set(keys.map(({ checkId }) => checkId))] } },
          select: { id: true, versionId: true },
        });
        const versionOf = new Map(checks.map(({ id, versionId }) => [id, versionId]));
        const rows = await prisma.example.findMany({
          where: {
            versionId: { in: [...versionOf.values()] },
            index: { in: [...new Set(keys.map(({ index }) => index))] },
          },
        });
        const byPlace = new Map(rows.map((row) => [`${row.versionId} ${row.index}`, row]));
        return keys.map(({ checkId, index }) =>
          presentExample(byPlace.get(`${versionOf.get(checkId)} ${index}`)!),
        );
      },
      { cacheKeyFn: ({ checkId, index }) => `${checkId} ${index}` },
    ),
    /** The newest version of a data set. */
    latest: new DataLoader(async (dataSetIds: readonly string[]) => {
      const rows = await prisma.dataSetVersion.findMany({
        where: { dataSetId: { in: [...dataSetIds] } },
        orderBy: { number: 'desc' },
        distinct: ['dataSetId'],
      });
      return dataSetIds.map((id) => rows.find((row) => row.dataSetId === id) as (typeof rows)[number]);
    }),
    pack: new DataLoader<string, PackReader>((hashes) =>
      Promise.all(hashes.map((hash) => openPack(blobs, hash))),
    ),
  };
}

import { type Class, type Example as ExampleRow, openPack, type PackReader, type Store } from '@kshot/store';
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
    /** The first classes of versions. */
    firstClasses: firstOf(
      ({ versionId }: { versionId: string; first: number }) => versionId,
      (keys, first) =>
        prisma.$queryRaw<(Class & { place: number })[]>`
          select c.id, c.version_id as "versionId", c.index, c.name, c.group, c.count, k.place::int
          from unnest(${keys.map(({ versionId }) => versionId)}::uuid[]) with ordinality as k(version, place),
            lateral (select * from class where version_id = k.version order by index limit ${first}) c
          order by k.place, c.index`,
    ),
    /** The first examples of classes. */
    firstExamples: firstOf(
      ({ versionId, classIndex }: { versionId: string; classIndex: number; first: number }) =>
        `${versionId} ${classIndex}`,
      (keys, first) =>
        prisma.$queryRaw<(ExampleRow & { place: number })[]>`
          select e.id, e.version_id as "versionId", e.index, e.class_index as "classIndex", e.name, e.key, k.place::int
          from unnest(${keys.map(({ versionId }) => versionId)}::uuid[], ${keys.map(({ classIndex }) => classIndex)}::int[])
              with ordinality as k(version, class, place),
            lateral (
              select * from example where version_id = k.version and class_index = k.class order by index limit ${first}
            ) e
          order by k.place, e.index`,
    ),
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
    /** The newest version of a data set that did not fail; where all failed, the newest. */
    latest: new DataLoader(async (dataSetIds: readonly string[]) => {
      const newest = (where: object) =>
        prisma.dataSetVersion.findMany({
          where: { dataSetId: { in: [...dataSetIds] }, ...where },
          orderBy: { number: 'desc' },
          distinct: ['dataSetId'],
        });
      const rows = await newest({ status: { not: 'FAILED' } });
      if (new Set(rows.map(({ dataSetId }) => dataSetId)).size < new Set(dataSetIds).size)
        rows.push(...(await newest({})));
      return dataSetIds.map((id) => rows.find((row) => row.dataSetId === id) as (typeof rows)[number]);
    }),
    pack: new DataLoader<string, PackReader>((hashes) =>
      Promise.all(hashes.map((hash) => openPack(blobs, hash))),
    ),
  };
}

/** The first rows of each of several lists in one statement for all lists of which equally many are wanted. */
function firstOf<K extends { readonly first: number }, R extends { readonly place: number }>(
  nameOf: (key: K) => string,
  find: (keys: readonly K[], first: number) => Promise<R[]>,
) {
  return new DataLoader<K, R[], string>(
    async (keys) => {
      const found = new Map<K, R[]>();
      for (const first of new Set(keys.map((key) => key.first))) {
        const own = keys.filter((key) => key.first === first);
        for (const key of own) found.set(key, []);
        for (const row of await find(own, first)) found.get(own[row.place - 1] as K)?.push(row);
      }
      return keys.map((key) => found.get(key) as R[]);
    },
    { cacheKeyFn: (key) => `${nameOf(key)} ${key.first}` },
  );
}

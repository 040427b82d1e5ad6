import {
  type Class,
  countedScores,
  type DataSetVersion,
  type Evaluation,
  findRows,
  firstClasses,
  firstExamples,
  latestVersions,
  lookUp,
  type Member,
  membersOf,
  openPack,
  type PackReader,
  type PersonUse,
  personUse,
  type Row,
  type ServedVersion,
  type Store,
  servedVersions,
  type Task,
  type WithId,
} from '@kshot/store';
import DataLoader from 'dataloader';
import { ReadyLoader } from './ready-loader.js';

/** Batches the look-ups of one operation. */
export type Loaders = ReturnType<typeof loadersOf>;

/** Kinds of which a row has one task. */
const ONE_TASK: Task['kind'][] = [
  'run',
  'import',
  'inspection',
  'check',
  'advice',
  'prediction',
  'labelling',
];

export function loadersOf(store: Store) {
  const byId = <T extends WithId>(table: T) =>
    new DataLoader<string, Row<T> | null>((ids) => lookUp(store, table, ids));
  const version = new ReadyLoader<Row<'dataSetVersion'> | null>((ids) =>
    lookUp(store, 'dataSetVersion', ids),
  );
  return {
    dataSet: byId('dataSet'),
    version,
    split: byId('split'),
    run: byId('run'),
    model: byId('model'),
    study: byId('study'),
    evaluation: byId('evaluation'),
    project: byId('project'),
    personUse: new DataLoader(async (ids: readonly string[]): Promise<PersonUse[]> => {
      const rows = await personUse(store.pool, ids);
      return ids.map((id) => rows.find((row) => row.id === id) as PersonUse);
    }),
    members: new DataLoader(async (projectIds: readonly string[]): Promise<Member[][]> => {
      const rows = await membersOf(store.pool, projectIds);
      return projectIds.map((id) => rows.filter((row) => row.projectId === id));
    }),
    /** The names that a model answers by, or answered by. */
    served: new DataLoader(async (modelIds: readonly string[]): Promise<ServedVersion[][]> => {
      const rows = await servedVersions(store, modelIds);
      return modelIds.map((id) => rows.filter(({ modelId }) => modelId === id));
    }),
    /** The task of a row that has one, by the id of the row. */
    task: new DataLoader(async (subjects: readonly string[]): Promise<(Task | null)[]> => {
      const rows = await findRows(store, 'task', { subject: subjects, kind: ONE_TASK });
      const bySubject = new Map(rows.map((row) => [row.subject, row]));
      return subjects.map((id) => bySubject.get(id) ?? null);
    }),
    /** The evaluations of a study, by version and position. */
    evaluationsOfStudy: new DataLoader(async (studyIds: readonly string[]): Promise<Evaluation[][]> => {
      const rows = await findRows(store, 'evaluation', { studyId: studyIds }, { by: 'id' });
      return studyIds.map((id) => rows.filter((row) => row.studyId === id));
    }),
    /** Accuracies of the scored units of an evaluation, in order; of those that count, where that is known. */
    scores: new DataLoader((ids: readonly string[]) => countedScores(store.pool, ids)),
    classes: new DataLoader(async (versionIds: readonly string[]): Promise<Class[][]> => {
      const rows = await findRows(store, 'class', { versionId: versionIds }, { by: 'index' });
      return versionIds.map((versionId) => rows.filter((row) => row.versionId === versionId));
    }),
    /** The first classes of versions. */
    firstClasses: firstOf(
      ({ versionId }: { versionId: string; first: number }) => versionId,
      (keys, first) =>
        firstClasses(
          store.pool,
          keys.map(({ versionId }) => versionId),
          first,
        ),
    ),
    /** The first examples of classes. */
    firstExamples: firstOf(
      ({ versionId, classIndex }: { versionId: string; classIndex: number; first: number }) =>
        `${versionId} ${classIndex}`,
      (keys, first) => firstExamples(store.pool, keys, first),
    ),
    /** Examples of the version that a check is of, by their places in it. */
    checkedExample: new DataLoader<{ checkId: string; index: number }, Row<'example'> | null, string>(
      async (keys) => {
        const ids = [...new Set(keys.map(({ checkId }) => checkId))];
        const checks = await findRows(store, 'labelCheck', { id: ids });
        const versionOf = new Map(checks.map(({ id, versionId }) => [id, versionId]));
        const rows = await findRows(store, 'example', {
          versionId: [...versionOf.values()],
          index: [...new Set(keys.map(({ index }) => index))],
        });
        const byPlace = new Map(rows.map((row) => [`${row.versionId} ${row.index}`, row]));
        return keys.map(({ checkId, index }) => byPlace.get(`${versionOf.get(checkId)} ${index}`) ?? null);
      },
      { cacheKeyFn: ({ checkId, index }) => `${checkId} ${index}` },
    ),
    /** The newest version of a data set that did not fail; where all failed, the newest. Null where it was deleted just now. */
    latest: new DataLoader(async (dataSetIds: readonly string[]): Promise<(DataSetVersion | null)[]> => {
      const rows = await latestVersions(store, dataSetIds);
      for (const row of rows) version.keep(row.id, row);
      return dataSetIds.map((id) => rows.find((row) => row.dataSetId === id) ?? null);
    }),
    pack: new ReadyLoader<PackReader>((hashes) =>
      Promise.all(hashes.map((hash) => openPack(store.blobs, hash))),
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

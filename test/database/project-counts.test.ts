import 'reflect-metadata';
import { FIRST_PROJECT, type Store, storeWithin } from '@kshot/store';
import { execute, parse } from 'graphql';
import { expect, test } from 'vitest';
import { publicPrincipal } from '../../apps/api/src/access/principal.js';
import { buildSchema } from '../../apps/api/src/build-schema.js';
import { contextOf } from '../../apps/api/src/context.js';
import { taskMetrics } from '../../apps/api/src/observe/task-metrics.js';
import { describeServer } from '../../apps/api/src/server/describe-server.js';
import { filledProject } from '../harness/projects/filled-project.js';
import { servicesOf } from '../harness/projects/project-walk.js';
import { newStore } from '../harness/template-database.js';

const LISTS = [
  'dataSets',
  'models',
  'runs',
  'evaluations',
  'studies',
  'labelChecks',
  'predictions',
  'aliases',
];
const schema = await buildSchema();

const contextIn = (store: Store, projectIds: readonly string[], present: string | null = null) =>
  contextOf(
    { ...servicesOf(store), predictor: { backend: async () => null } as never },
    {
      ...publicPrincipal,
      scopes: new Set(['READ', 'TRAIN'] as const),
      memberships: projectIds.map((projectId) => ({ projectId, role: 'EDITOR' as const })),
    },
    { projectId: present },
  );

async function totals(contextValue: ReturnType<typeof contextIn>): Promise<number[]> {
  const document = parse(`{ ${LISTS.map((name) => `${name}(first: 1) { totalCount }`).join(' ')} }`);
  const { data, errors } = await execute({ schema, document, contextValue });
  expect(errors).toBeUndefined();
  return LISTS.map((name) => (data as Record<string, { totalCount: number }>)[name]!.totalCount);
}
const each = (n: number): number[] => LISTS.map(() => n);

test('lists count what is in the projects of who asks, or in the present one', async () => {
  const store = await newStore();
  const ids = [];
  for (const mark of ['a', 'b', 'c']) ids.push((await filledProject(store, mark)).id);
  expect(await totals(contextIn(store, ids.slice(0, 2)))).toEqual(each(2));
  expect(await totals(contextIn(store, ids.slice(0, 2), ids[1]!))).toEqual(each(1));
  expect(await totals(contextIn(store, ids.slice(0, 2), ids[2]!))).toEqual(each(0));
});

test('a server counts what is in the projects of who asks', async () => {
  const store = await newStore();
  const a = await filledProject(store, 'a');
  await filledProject(store, 'b');
  const { dataSetCount, modelCount, runCount } = await describeServer(contextIn(store, [a.id]));
  expect([dataSetCount, modelCount, runCount]).toEqual([1, 1, 1]);
});

test('metrics tell of the tasks of these projects only', async () => {
  const store = await newStore();
  const [a, b] = [await filledProject(store, 'a'), await filledProject(store, 'b')];
  const own = await taskMetrics(storeWithin(store, { projects: [a.id], lookOnly: [] })).metrics();
  expect(own).toContain(`kshot_tasks{kind="run",status="QUEUED",project="${a.id}"} 1`);
  expect(own).not.toContain(b.id);
  expect(await taskMetrics(store).metrics()).toContain(b.id);
});

test('advice and labelling about what came with Kshot go into the project that is named', async () => {
  const store = await newStore();
  const [a, b] = [await filledProject(store, 'a'), await filledProject(store, 'b', FIRST_PROJECT)];
  await store.pool.query('update data_set set shipped = true where id = $1', [b.ids.dataSet]);
  await store.pool.query(
    `update data_set_version set manifest = manifest || '{"unlabelled": 1}' where id = $1`,
    [b.ids.dataSetVersion],
  );
  await store.pool.query(
    `update split set parts = '[{"name": "train", "exampleCount": 2, "classCount": 2}]'`,
  );
  const document = parse(`mutation ($id: ID!, $projectId: ID) {
    recommend(versionId: $id, projectId: $projectId) { id }
    startLabelling(versionId: $id, projectId: $projectId) { id }
  }`);
  const { errors } = await execute({
    schema,
    document,
    contextValue: contextIn(store, [FIRST_PROJECT, a.id]),
    variableValues: { id: b.ids.dataSetVersion, projectId: a.id },
  });
  expect(errors).toBeUndefined();
  const { rows } = await store.pool.query(
    `select count(*)::int as n from recommendation where project_id = $1
     union all select count(*)::int from labelling where project_id = $1`,
    [a.id],
  );
  expect(rows).toEqual([{ n: 2 }, { n: 2 }]);
});

test.each([
  ['', 'There is no project with the id “”. Ids are UUIDs: take one from a list.'],
  [
    '01900000-0000-7000-8000-000000000000',
    /^There is no project with the id 01900000\S+\. It may have been deleted\.$/,
  ],
])('no list shows the things of a project “%s” that is not there', async (id, message) => {
  const store = await newStore();
  const filtered = ['dataSets', 'models', 'runs', 'evaluations'];
  const fields = LISTS.map((name) => {
    const project = `projectId: "${id}"`;
    return `${name}(first: 1, ${filtered.includes(name) ? `filter: { ${project} }` : project}) { totalCount }`;
  });
  const advice = `recommendations(versionId: "${FIRST_PROJECT}", projectId: "${id}") { id }`;
  for (const field of [...fields, advice]) {
    const contextValue = contextIn(store, [FIRST_PROJECT]);
    const { errors } = await execute({ schema, document: parse(`{ ${field} }`), contextValue });
    expect(errors?.[0]?.originalError, field).toMatchObject({ code: 'NOT_FOUND' });
    expect(errors?.[0]?.message).toMatch(message);
  }
});

import {
  deleteProject,
  FIRST_PROJECT,
  findServed,
  getRow,
  insertRow,
  isUsedElsewhere,
  moveToProject,
  setAlias,
  storeWithin,
  succeedModel,
  updateRow,
} from '@kshot/store';
import { expect, test } from 'vitest';
import {
  type Principal,
  principalOf,
  publicPrincipal,
  reachOf,
} from '../../apps/api/src/access/principal.js';
import { contextOf, contextToChange } from '../../apps/api/src/context.js';
import { placeOf } from '../../apps/api/src/project/place-of.js';
import { newModel } from '../harness/new-model.js';
import { newVersion } from '../harness/new-version.js';
import { filledProject } from '../harness/projects/filled-project.js';
import { servicesOf } from '../harness/projects/project-walk.js';
import { newStore } from '../harness/template-database.js';

const memberOf = (projectIds: readonly string[], role: 'VIEWER' | 'EDITOR' = 'EDITOR'): Principal => ({
  ...publicPrincipal,
  memberships: projectIds.map((projectId) => ({ projectId, role })),
});
const within = (projectId: string) => ({ projects: [projectId], lookOnly: [] });

test('two projects have data sets, models and served names that are called the same', async () => {
  const store = await newStore();
  const a = await filledProject(store, 'a');
  const b = await insertRow(store.pool, 'project', { name: 'b' });
  await insertRow(store.pool, 'dataSet', { name: 'thing a', projectId: b });
  await expect(insertRow(store.pool, 'dataSet', { name: 'thing a', projectId: a.id })).rejects.toMatchObject({
    code: '23505',
  });
  const modelId = await newModel(store, 'm');
  await store.pool.query('update model set project_id = $2 where id = $1', [modelId, b]);
  await setAlias(store.pool, { name: 'name-a', alias: 'production', modelId, projectId: b });
  expect((await findServed(storeWithin(store, within(b)), 'name-a'))?.model.id).toBe(modelId);
  expect((await findServed(storeWithin(store, within(a.id)), 'name-a'))?.model.id).toBe(a.ids.model);
  await expect(findServed(store, 'name-a')).rejects.toMatchObject({ code: 'CONFLICT' });
  expect((await findServed(store, 'name-a', { projectId: b }))?.model.id).toBe(modelId);
});

test('of names that anybody may ask there is one', async () => {
  const store = await newStore();
  const a = await filledProject(store, 'a');
  const b = await insertRow(store.pool, 'project', { name: 'b' });
  const modelId = await newModel(store, 'm');
  await store.pool.query('update model set project_id = $2 where id = $1', [modelId, b]);
  const id = await setAlias(store.pool, { name: 'name-a', alias: 'production', modelId, projectId: b });
  await updateRow(store, 'alias', a.ids.alias!, { shared: true });
  await expect(updateRow(store, 'alias', id, { shared: true })).rejects.toMatchObject({ code: '23505' });
  expect((await findServed(store, 'name-a', { shared: true }))?.model.id).toBe(a.ids.model);
});

test('what is made of something is in its project, and in no other', async () => {
  const store = await newStore();
  const a = await filledProject(store, 'a');
  const settings = { name: 'r', technique: 'PRETRAIN', method: 'DENSE', settings: {}, seed: 1 } as const;
  const of = { ...settings, versionId: a.ids.dataSetVersion! };
  expect(await getRow(store, 'run', await insertRow(store.pool, 'run', of))).toMatchObject({
    projectId: a.id,
  });
  await expect(insertRow(store.pool, 'run', { ...of, projectId: FIRST_PROJECT })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  await store.pool.query('update data_set set shipped = true where id = $1', [a.ids.dataSet]);
  await insertRow(store.pool, 'run', { ...of, projectId: FIRST_PROJECT });
});

test('a data set moves with all that rests on it, its tasks too', async () => {
  const store = await newStore();
  const [a, c] = [await filledProject(store, 'a'), await filledProject(store, 'c')];
  const b = await insertRow(store.pool, 'project', { name: 'b' });
  expect(await moveToProject(store.pool, a.ids.dataSet!, b)).toBe(10);
  const there = storeWithin(store, within(b));
  for (const table of [
    'dataSetVersion',
    'run',
    'model',
    'study',
    'evaluation',
    'labelCheck',
    'alias',
  ] as const)
    await getRow(there, table, a.ids[table]!);
  await getRow(there, 'task', a.ids.task!);
  await getRow(storeWithin(store, within(c.id)), 'run', c.ids.run!);
  await expect(getRow(storeWithin(store, within(a.id)), 'run', a.ids.run!)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a name that is taken there keeps it where it is', async () => {
  const store = await newStore();
  const a = await filledProject(store, 'a');
  const b = await insertRow(store.pool, 'project', { name: 'b' });
  await insertRow(store.pool, 'dataSet', { name: 'thing a', projectId: b });
  await expect(moveToProject(store.pool, a.ids.model!, b)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await getRow(store, 'run', a.ids.run!)).toMatchObject({ projectId: a.id });
});

test('a project goes once it is empty, and the first one stays', async () => {
  const store = await newStore();
  const a = await filledProject(store, 'a');
  await expect(deleteProject(store.pool, a.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(deleteProject(store.pool, FIRST_PROJECT)).rejects.toMatchObject({ code: 'CONFLICT' });
  const b = await insertRow(store.pool, 'project', { name: 'b' });
  await insertRow(store.pool, 'dataSet', { name: 'cancelled', projectId: b, discardedAt: new Date() });
  await deleteProject(store.pool, b);
  await expect(deleteProject(store.pool, b)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('new things go into the project of what they are made of, else the named one, else the first of one’s own', async () => {
  const store = await newStore();
  const [a, b] = [await filledProject(store, 'a'), await filledProject(store, 'b')];
  const of = (principal: Principal, projectId: string | null = null) =>
    contextOf(servicesOf(store), principal, { projectId });
  const both = memberOf([a.id, b.id]);
  expect(await placeOf(of(both), [{ projectId: b.id }, null])).toMatchObject({ projectId: b.id });
  expect(await placeOf(of(both), [{ projectId: FIRST_PROJECT, shipped: true }], b.id)).toMatchObject({
    projectId: b.id,
  });
  expect(await placeOf(of(both, b.id), [])).toMatchObject({ projectId: b.id });
  expect(await placeOf(of(both), [])).toMatchObject({ projectId: a.id });
  expect(await placeOf(of({ ...both, memberships: null }), [])).toMatchObject({ projectId: FIRST_PROJECT });
  await expect(placeOf(of(both), [{ projectId: a.id }, { projectId: b.id }])).rejects.toThrow(
    /^What this is made of is in different projects\. Move one/,
  );
  await expect(placeOf(of(both), [{ projectId: a.id }], b.id)).rejects.toThrow(/Leave projectId out/);
  await expect(placeOf(of(memberOf([a.id])), [], b.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(placeOf(of(memberOf([])), [])).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('who only looks at a project is told so when they change something', async () => {
  const store = await newStore();
  const a = await filledProject(store, 'a');
  const { store: own } = contextToChange(contextOf(servicesOf(store), memberOf([a.id], 'VIEWER')));
  await expect(getRow(own, 'run', a.ids.run!)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(getRow(own, 'run', a.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a key of one project reaches no other, and administers nothing', async () => {
  const key = { kind: 'KEY', scopes: 'READ TRAIN ADMIN', projectId: 'p', personId: null } as never;
  const ofAll = principalOf({ credential: key, person: null, memberships: [] });
  expect(reachOf(ofAll, false)).toEqual({ projects: ['p'], lookOnly: [] });
  expect([...ofAll.scopes]).toEqual(['READ', 'TRAIN']);
  const person = { role: 'EDITOR', name: 'e' } as never;
  const memberships = [{ projectId: 'q', role: 'EDITOR' }] as const;
  expect(reachOf(principalOf({ credential: key, person, memberships }), false)?.projects).toEqual([]);
});

test('a data set that came with Kshot stays while another project uses it', async () => {
  const store = await newStore();
  const a = await filledProject(store, 'a');
  await store.pool.query('update data_set set shipped = true where id = $1', [a.ids.dataSet]);
  expect(await isUsedElsewhere(store.pool, a.ids.dataSet!)).toBe(false);
  const versionId = a.ids.dataSetVersion!;
  await insertRow(store.pool, 'labelling', { versionId, projectId: FIRST_PROJECT });
  expect(await isUsedElsewhere(store.pool, a.ids.dataSet!)).toBe(true);
});

test('aliases of another project stay where they are when a starter is taught', async () => {
  const store = await newStore();
  const a = await filledProject(store, 'a');
  await store.pool.query('update model set shipped = true where id = $1', [a.ids.model]);
  const parent = await getRow(store, 'model', a.ids.model!);
  const { name, technique, hash, parameterCount, modality, manifest } = parent;
  const taught = { name, technique, hash, parameterCount, modality, manifest, summary: {}, report: null };
  const id = await succeedModel(
    store.pool,
    {
      ...taught,
      episodeReport: null,
      bytes: 1,
      versionId: null,
      parentId: parent.id,
      projectId: FIRST_PROJECT,
    },
    null,
  );
  expect(await getRow(store, 'model', id!)).toMatchObject({ projectId: FIRST_PROJECT });
  expect(await getRow(store, 'alias', a.ids.alias!)).toMatchObject({ modelId: a.ids.model });
});

test('what was there before is in the first project', async () => {
  const store = await newStore();
  const versionId = await newVersion(store);
  await getRow(storeWithin(store, within(FIRST_PROJECT)), 'dataSetVersion', versionId);
});

import { projectRules, type Store } from '@kshot/store';
import { expect, test } from 'vitest';
import { type Principal, publicPrincipal } from '../../apps/api/src/access/principal.js';
import { contextOf } from '../../apps/api/src/context.js';
import { type FilledProject, filledProject } from '../harness/projects/filled-project.js';
import { allThatIsListed, fieldsThatTell, routesThatTell } from '../harness/projects/project-walk.js';
import { newStore } from '../harness/template-database.js';

const memberOf = (
  projectIds: readonly string[],
  role: 'VIEWER' | 'EDITOR' | 'ADMIN' = 'ADMIN',
): Principal => ({
  ...publicPrincipal,
  kind: 'PERSON',
  name: 'Somebody',
  role: 'EDITOR',
  scopes: new Set(['READ', 'PREDICT', 'TRAIN'] as const),
  memberships: projectIds.map((projectId) => ({ projectId, role })),
});

async function twoProjects() {
  const store = await newStore();
  const [mine, other] = [await filledProject(store, 'mine'), await filledProject(store, 'zzforeign')];
  return { store, mine, other, me: memberOf([mine.id]) };
}
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const idsOf = ({ ids }: FilledProject): string[] => Object.values(ids) as string[];

/** All rows of a project, as one text. */
async function rowsOf(store: Store, { id, ids }: FilledProject): Promise<string> {
  const rows: unknown[] = [];
  for (const [table, rule] of Object.entries(projectRules)) {
    if (rule.kind === 'none') continue;
    const column = rule.kind === 'below' ? `${snake(rule.relation)}_id` : 'project_id';
    const { rows: found } = await store.pool.query(
      `select to_jsonb(t) as row from "${snake(table)}" t
       where to_jsonb(t) ->> $1 = any($2) or to_jsonb(t) ->> 'id' = any($2) order by 1`,
      [column, [id, ...Object.values(ids)]],
    );
    rows.push(table, found.length, found);
  }
  return JSON.stringify(rows);
}

test('a filled project has a row in each table whose rows belong to projects', async () => {
  const { store, other } = await twoProjects();
  const counts = JSON.parse(await rowsOf(store, other)) as (string | number | object)[];
  const empty = counts.filter((_, i) => i % 3 === 0 && counts[i + 1] === 0);
  expect(empty).toEqual([]);
});

test('each table of the database has a rule, or hangs on a row whose table has one', async () => {
  const { store } = await twoProjects();
  const { rows } = await store.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const known = Object.keys(projectRules).map(snake);
  // Read past the tables' rules: by the id of a run or model that was looked up, or by nobody outside.
  const others = ['_prisma_migrations', 'metric_chunk', 'model_usage', 'setting', 'task_kind', 'worker'];
  expect(rows.map(({ name }) => name)).toEqual([...known, ...others].sort());
});

test('no field tells a member of another project what is there from what is not', async () => {
  const { store, other, me } = await twoProjects();
  const before = await rowsOf(store, other);
  expect(await fieldsThatTell(store, me, idsOf(other))).toEqual([]);
  expect(await rowsOf(store, other)).toBe(before);
});

test('nor somebody who is in no project', async () => {
  const { store, other } = await twoProjects();
  const before = await rowsOf(store, other);
  expect(await fieldsThatTell(store, memberOf([]), idsOf(other))).toEqual([]);
  expect(await rowsOf(store, other)).toBe(before);
});

test('nothing that is listed is of another project', async () => {
  const { store, other, mine, me } = await twoProjects();
  const listed = await allThatIsListed(store, me);
  expect(listed).not.toContain(other.mark);
  for (const id of idsOf(other)) expect(listed).not.toContain(id);
  expect(listed).toContain(mine.ids.run);
});

test('no route of files, uploads and served models tells either', async () => {
  const { store, mine, other, me } = await twoProjects();
  const known = (project: FilledProject) => ({
    ids: idsOf(project),
    hashes: project.hashes,
    names: [`name-${project.mark}`],
  });
  const foreign = await routesThatTell(store, me, known(other));
  expect(foreign.telling).toEqual([]);
  expect(foreign.asked).toBeGreaterThan(200);
  expect((await routesThatTell(store, me, known(mine))).telling.length).toBeGreaterThan(8);
});

test('the walk sees a way in: a store that is open where it should not be', async () => {
  const { store, other, me } = await twoProjects();
  const open = await fieldsThatTell(store, me, idsOf(other), (services, principal) => {
    const { loaders } = contextOf(services, { ...principal, memberships: null });
    return { ...contextOf(services, principal), store, loaders };
  });
  expect(open).toEqual(
    expect.arrayContaining([
      'Mutation.startPrediction',
      'Query.dataSet',
      'Query.model',
      'Query.node',
      'Query.run',
      'Subscription.runMetrics',
    ]),
  );
  expect(open.length).toBeGreaterThan(30);
});

test('the walk sees what a member of the project may change', async () => {
  const { store, other } = await twoProjects();
  const open = await fieldsThatTell(store, memberOf([other.id]), idsOf(other));
  expect(open).toEqual(
    expect.arrayContaining([
      'Mutation.cancelRun',
      'Mutation.deleteAlias',
      'Mutation.deleteDataSet',
      'Mutation.moveToProject',
      'Mutation.removeProjectMember',
      'Mutation.setAlias',
      'Mutation.updateModel',
    ]),
  );
});

test('a member who only looks changes nothing, and is told so', async () => {
  const { store, mine } = await twoProjects();
  const before = await rowsOf(store, mine);
  await fieldsThatTell(
    store,
    { ...memberOf([mine.id], 'VIEWER'), scopes: new Set(['READ', 'TRAIN'] as const) },
    idsOf(mine),
  );
  expect(await rowsOf(store, mine)).toBe(before);
});

test('what was shipped is seen by all and changed by none but its project', async () => {
  const { store, other, me } = await twoProjects();
  await store.pool.query('update model set shipped = true where project_id = $1', [other.id]);
  await store.pool.query('update data_set set shipped = true where project_id = $1', [other.id]);
  const before = await rowsOf(store, other);
  const telling = await fieldsThatTell(store, me, idsOf(other));
  expect(telling).toEqual(expect.arrayContaining(['Query.dataSet', 'Query.model']));
  expect(telling).not.toContain('Query.run');
  expect(await rowsOf(store, other)).toBe(before);
});

import {
  claimTask,
  endTask,
  FIRST_PROJECT,
  type HeldTask,
  insertRow,
  personUse,
  queueTasks,
  type Store,
} from '@kshot/store';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { publicPrincipal } from '../../apps/api/src/access/principal.js';
import { contextOf } from '../../apps/api/src/context.js';
import { createUpload } from '../../apps/api/src/upload/create-upload.js';
import { servicesOf } from '../harness/projects/project-walk.js';
import { newStore } from '../harness/template-database.js';

/** Queues tasks of a kind without a row of its own, for a project and a person. */
async function queued(
  { pool }: Store,
  projectId: string,
  count: number,
  personId?: string,
): Promise<string[]> {
  const subjects = Array.from({ length: count }, () => v7());
  await queueTasks(
    pool,
    subjects.map((subject) => ({ kind: 'test', subject, part: 0 })),
  );
  await pool.query('update task set project_id = $2, person_id = $3 where subject = any($1)', [
    subjects,
    projectId,
    personId ?? null,
  ]);
  return subjects;
}
const claimed = async ({ pool }: Store): Promise<HeldTask | undefined> => claimTask(pool, ['test'], 'w');
const newProject = ({ pool }: Store, name: string) => insertRow(pool, 'project', { name });
const newPerson = ({ pool }: Store, limits: object) =>
  insertRow(pool, 'person', {
    email: `${v7()}@example.org`,
    name: 'a',
    role: 'EDITOR',
    passwordDigest: '',
    ...limits,
  });

test('a project with one task does not wait behind another one’s hundred', async () => {
  const store = await newStore();
  const many = await queued(store, FIRST_PROJECT, 100);
  const [one] = await queued(store, await newProject(store, 'b'), 1);
  expect([(await claimed(store))?.subject, (await claimed(store))?.subject]).toEqual([many[0], one]);
});

test('on one worker projects take turns, each in the order of its queue', async () => {
  const store = await newStore();
  const a = await queued(store, FIRST_PROJECT, 3);
  const b = await queued(store, await newProject(store, 'b'), 3);
  const order: string[] = [];
  for (let i = 0; i < 6; i++) {
    const held = (await claimed(store))!;
    order.push(held.subject);
    await endTask(store.pool, held, { status: 'DONE' });
  }
  expect(order).toEqual([a[0], b[0], a[1], b[1], a[2], b[2]]);
});

test('tasks of somebody who has as many running ones as they may wait; others’ do not', async () => {
  const store = await newStore();
  const [ada, bob] = [await newPerson(store, { runningTasks: 1 }), await newPerson(store, {})];
  const own = await queued(store, FIRST_PROJECT, 2, ada);
  const [other] = await queued(store, FIRST_PROJECT, 1, bob);
  const first = (await claimed(store))!;
  expect([first.subject, (await claimed(store))?.subject]).toEqual([own[0], other]);
  expect(await claimed(store)).toBeUndefined();
  expect(await personUse(store.pool, [ada])).toEqual([{ id: ada, runningTasks: 1, storageBytes: 0 }]);
  await endTask(store.pool, first, { status: 'DONE' });
  expect((await claimed(store))?.subject).toBe(own[1]);
});

test('eight workers that ask at once get eight tasks of two projects', async () => {
  const store = await newStore();
  await queued(store, FIRST_PROJECT, 4);
  await queued(store, await newProject(store, 'b'), 4);
  const held = await Promise.all(Array.from({ length: 8 }, () => claimed(store)));
  expect(new Set(held.map((task) => task?.id)).size).toBe(8);
});

test('who has stored as many bytes as they may uploads no more', async () => {
  const store = await newStore();
  const personId = await newPerson(store, { storageBytes: 100n });
  const context = contextOf(servicesOf(store), {
    ...publicPrincipal,
    personId,
    memberships: [{ projectId: FIRST_PROJECT, role: 'EDITOR' }],
  });
  await createUpload(context, { fileName: 'a.csv', bytes: 60 });
  await expect(createUpload(context, { fileName: 'b.csv', bytes: 60 })).rejects.toMatchObject({
    code: 'DATA_TOO_LARGE',
    message: expect.stringContaining('You may store 100 bytes and have 60'),
  });
  await createUpload(context, { fileName: 'b.csv', bytes: 40 });
});

import { collectBlobs, insertRow, type Store } from '@kshot/store';
import { beforeEach, expect, test } from 'vitest';
import { filledProject } from '../harness/projects/filled-project.js';
import { newStore } from '../harness/template-database.js';

const KEEP = { uploads: 3, checkpoints: 3, predictions: 3, inputs: 3, auditLog: 3 };
let store: Store;
beforeEach(async () => {
  store = await newStore();
  await filledProject(store, 'a');
  await log('updateModel', 0);
});

const log = (action: string, days: number): Promise<unknown> =>
  store.pool.query(
    `insert into audit_entry (id, created_at, actor_kind, actor_name, action, subjects, outcome)
     values (gen_random_uuid(), now() - make_interval(days => $2), 'PERSON', 'Ada', $1, '', 'OK')`,
    [action, days],
  );
const ended = (status: string, days: number): Promise<unknown> =>
  store.pool.query(`update task set status = $1, ended_at = now() - make_interval(days => $2)`, [
    status,
    days,
  ]);
async function counts(): Promise<Record<string, number>> {
  const { rows } = await store.pool.query<Record<string, number>>(
    `select (select count(*)::int from upload) as uploads, (select count(*)::int from checkpoint) as checkpoints,
       (select count(*)::int from prediction) as predictions, (select count(*)::int from audit_entry) as entries`,
  );
  return rows[0]!;
}

test('what is old goes, with the number of rows, and the audit log says what it lost', async () => {
  await ended('FAILED', 4);
  await store.pool.query(`update upload set expires_at = now() - interval '4 days'`);
  await log('deleteModel', 4);
  expect((await collectBlobs(store, 0, KEEP)).rows).toBe(4);
  expect(await counts()).toEqual({ uploads: 0, checkpoints: 0, predictions: 0, entries: 2 });
  const { rows } = await store.pool.query(
    `select subjects from audit_entry where action = 'deleteOldEntries'`,
  );
  expect(rows).toEqual([{ subjects: '1 older than 3 days' }]);
});

test('what is not that old stays', async () => {
  await ended('FAILED', 2);
  await store.pool.query(`update upload set expires_at = now() - interval '2 days'`);
  expect((await collectBlobs(store, 0, KEEP)).rows).toBe(0);
  expect(await counts()).toEqual({ uploads: 1, checkpoints: 1, predictions: 1, entries: 1 });
});

test('what waits or runs stays, however old', async () => {
  await ended('QUEUED', 400);
  expect((await collectBlobs(store, 0, KEEP)).rows).toBe(0);
});

test('without settings only uploads go', async () => {
  await ended('CANCELLED', 400);
  await store.pool.query(`update upload set expires_at = now() - interval '400 days'`);
  await log('deleteModel', 400);
  expect((await collectBlobs(store, 0)).rows).toBe(1);
  expect(await counts()).toEqual({ uploads: 0, checkpoints: 1, predictions: 1, entries: 2 });
});

test('nothing else removes or changes an entry of the audit log', async () => {
  for (const statement of ['delete from audit_entry', `update audit_entry set actor_name = 'Bob'`])
    await expect(store.pool.query(statement)).rejects.toThrow('only ever added');
});

test('a data set whose imports failed goes with old uploads, a younger one stays', async () => {
  for (const days of [4, 1])
    await insertRow(store.pool, 'dataSet', {
      name: `discarded ${days}`,
      discardedAt: new Date(Date.now() - days * 86_400_000),
    });
  await collectBlobs(store, 0, KEEP);
  const { rows } = await store.pool.query('select name from data_set where discarded_at is not null');
  expect(rows).toEqual([{ name: 'discarded 1' }]);
});

import {
  cancelTasks,
  claimTask,
  endTask,
  findRows,
  type HeldTask,
  insertMetrics,
  lostTasks,
  progressTask,
  queueTasks,
  releaseTask,
  renewTasks,
  type Store,
  saveCheckpoint,
} from '@kshot/store';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { newStore } from '../harness/template-database.js';

/** Queues a task of a kind without a row of its own. */
async function queued({ pool }: Store, part = 0, subject = v7()): Promise<string> {
  await queueTasks(pool, [{ kind: 'test', subject, part }]);
  return subject;
}
const claimed = async ({ pool }: Store, worker = 'w'): Promise<HeldTask> =>
  (await claimTask(pool, ['test'], worker)) as HeldTask;
const statusOf = async (store: Store, subject: string) =>
  (await findRows(store, 'task', { subject }))[0]?.status;

test('a task is claimed once, however many workers ask at the same time', async () => {
  const store = await newStore();
  await queued(store);
  const claims = await Promise.all(
    Array.from({ length: 8 }, (_, i) => claimTask(store.pool, ['test'], `worker ${i}`)),
  );
  expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
});

test('tasks are taken in the order in which they were queued', async () => {
  const store = await newStore();
  const subjects = [await queued(store), await queued(store), await queued(store)];
  const taken = [await claimed(store), await claimed(store), await claimed(store)];
  expect(taken.map(({ subject }) => subject)).toEqual(subjects);
});

test('of tasks that were queued together those of the same part are taken together', async () => {
  const store = await newStore();
  const [a, b] = [v7(), v7()];
  await queueTasks(
    store.pool,
    [a, b].flatMap((subject) => [0, 1].map((part) => ({ kind: 'test', subject, part }))),
  );
  const parts = [await claimed(store), await claimed(store), await claimed(store), await claimed(store)];
  expect(parts.map(({ part }) => part)).toEqual([0, 0, 1, 1]);
});

test('a task that waits, runs or is done is not queued again', async () => {
  const store = await newStore();
  const subject = await queued(store);
  expect(await queueTasks(store.pool, [{ kind: 'test', subject, part: 0 }])).toBe(0);
  const held = await claimed(store);
  expect(await queueTasks(store.pool, [{ kind: 'test', subject, part: 0 }])).toBe(0);
  await endTask(store.pool, held, { status: 'DONE' });
  expect(await queueTasks(store.pool, [{ kind: 'test', subject, part: 0 }])).toBe(0);
});

test('a failed task is queued again with its attempts counted on and its losses forgotten', async () => {
  const store = await newStore();
  const subject = await queued(store);
  await releaseTask(store.pool, await claimed(store), 'It died.');
  await endTask(store.pool, await claimed(store), {
    status: 'FAILED',
    failure: { code: 'BAD_INPUT', message: 'No.' },
  });
  expect(await queueTasks(store.pool, [{ kind: 'test', subject, part: 0 }])).toBe(1);
  const { attempt, losses } = await claimed(store);
  expect({ attempt, losses }).toEqual({ attempt: 3, losses: 0 });
});

test('an older attempt can write nothing', async () => {
  const store = await newStore();
  const { pool } = store;
  await queued(store);
  const stale = await claimed(store, 'stopped');
  await pool.query('update task set lease_until = now()');
  expect(await lostTasks(pool)).toEqual([stale]);
  await releaseTask(pool, stale, 'The worker stopped answering.');
  const present = await claimed(store, 'other');
  expect(await progressTask(pool, stale, { progress: 1 })).toBe(false);
  expect(await insertMetrics(pool, stale, { loss: { steps: [1], values: [1] } })).toBe(false);
  expect(await saveCheckpoint(pool, stale, 1, 'hash')).toBe(false);
  expect(await endTask(pool, stale, { status: 'DONE' })).toBe(false);
  expect((await renewTasks(pool, [stale])).size).toBe(0);
  expect((await renewTasks(pool, [present])).size).toBe(1);
});

test('what settling stores is not stored when the attempt is not the present one', async () => {
  const store = await newStore();
  await queued(store);
  const held = await claimed(store);
  await releaseTask(store.pool, held, 'It died.');
  const settle = () => store.pool.query(`insert into setting values ('written', '1')`);
  expect(await endTask(store.pool, held, { status: 'DONE' }, { settle })).toBe(false);
  expect((await store.pool.query('select from setting')).rowCount).toBe(0);
});

test('a task whose result cannot be stored is not done', async () => {
  const store = await newStore();
  const subject = await queued(store);
  const held = await claimed(store);
  const settle = async () => {
    throw new Error('no room');
  };
  await expect(endTask(store.pool, held, { status: 'DONE' }, { settle })).rejects.toThrow('no room');
  expect(await statusOf(store, subject)).toBe('RUNNING');
});

test('cancelling a task that waits ends it at once', async () => {
  const store = await newStore();
  const subject = await queued(store);
  expect(await cancelTasks(store.pool, subject, { gently: true })).toBe(1);
  expect(await statusOf(store, subject)).toBe('CANCELLED');
});

test('cancelling a task that runs, gently, asks its worker to stop it', async () => {
  const store = await newStore();
  const subject = await queued(store);
  const held = await claimed(store);
  await cancelTasks(store.pool, subject, { gently: true });
  expect(await statusOf(store, subject)).toBe('RUNNING');
  expect((await renewTasks(store.pool, [held])).get(held.id)?.cancelRequested).toBe(true);
});

test('cancelling a task that runs, at once, takes it from its worker', async () => {
  const store = await newStore();
  const subject = await queued(store);
  const held = await claimed(store);
  await cancelTasks(store.pool, subject);
  expect(await statusOf(store, subject)).toBe('CANCELLED');
  expect((await renewTasks(store.pool, [held])).size).toBe(0);
});

test('a task that was asked to stop and then lost its worker is cancelled, not tried again', async () => {
  const store = await newStore();
  const subject = await queued(store);
  const held = await claimed(store);
  await cancelTasks(store.pool, subject, { gently: true });
  await releaseTask(store.pool, held, 'It died.');
  expect(await statusOf(store, subject)).toBe('CANCELLED');
});

test('a thousand tasks that were queued and cancelled leave nothing that a worker would look at', async () => {
  const store = await newStore();
  const subject = v7();
  await queueTasks(
    store.pool,
    Array.from({ length: 1000 }, (_, part) => ({ kind: 'test', subject, part })),
  );
  expect(await cancelTasks(store.pool, subject)).toBe(1000);
  const last = await queued(store);
  expect((await claimed(store)).subject).toBe(last);
  expect(await claimTask(store.pool, ['test'], 'w')).toBeUndefined();
});

test('each attempt is kept with how it ended', async () => {
  const store = await newStore();
  await queued(store);
  await releaseTask(store.pool, await claimed(store, 'a'), 'It died.');
  await releaseTask(store.pool, await claimed(store, 'b'), null);
  await endTask(store.pool, await claimed(store, 'c'), { status: 'DONE' });
  const rows = await findRows(store, 'attempt', {}, { by: 'number' });
  expect(rows.map(({ worker, outcome }) => [worker, outcome])).toEqual([
    ['a', 'LOST'],
    ['b', 'HANDED_BACK'],
    ['c', 'DONE'],
  ]);
});

import { claimTask, describeWork, forgetWorker, seeWorker } from '@kshot/store';
import { expect, test, vi } from 'vitest';
import { newRuns } from '../harness/new-runs.js';
import { newStore } from '../harness/template-database.js';
import { working } from '../harness/work-loop.js';

const silence = (seconds: number) => `update worker set seen_at = now() - make_interval(secs => ${seconds})`;

test('a worker that has nothing to do is there', async () => {
  const { store } = await working();
  await vi.waitFor(async () =>
    expect((await describeWork(store.pool)).workers).toMatchObject([
      { name: 'worker', running: 0, isSilent: false },
    ]),
  );
});

test('one that ended without a word is silent, and stands above the others', async () => {
  const { pool } = await newStore();
  await seeWorker(pool, 'killed');
  await pool.query(silence(40));
  await seeWorker(pool, 'present');
  const { workers } = await describeWork(pool);
  expect(workers.map(({ name, isSilent }) => [name, isSilent])).toEqual([
    ['killed', true],
    ['present', false],
  ]);
});

test('one that is heard of again is no longer silent', async () => {
  const { pool } = await newStore();
  await seeWorker(pool, 'a');
  await pool.query(silence(40));
  await seeWorker(pool, 'a');
  expect((await describeWork(pool)).workers[0]?.isSilent).toBe(false);
});

test('one that stops is gone', async () => {
  const { pool } = await newStore();
  await seeWorker(pool, 'a');
  await forgetWorker(pool, 'a');
  expect((await describeWork(pool)).workers).toEqual([]);
});

test('one that has been silent for ten minutes is listed until its tasks are taken over', async () => {
  const store = await newStore();
  const { pool } = store;
  await newRuns(store, 1);
  await seeWorker(pool, 'killed');
  await claimTask(pool, ['run'], 'killed');
  await pool.query(silence(601));
  const named = async () => (await describeWork(pool)).workers.map(({ name, running }) => [name, running]);
  expect(await named()).toEqual([['killed', 1]]);
  await pool.query(`update task set worker = 'other'`);
  expect(await named()).toEqual([]);
  await pool.query(silence(599));
  expect(await named()).toEqual([['killed', 0]]);
});

test('one that was silent for a day is forgotten', async () => {
  const { pool } = await newStore();
  await seeWorker(pool, 'a');
  await pool.query(silence(90_000));
  await seeWorker(pool, 'b');
  expect((await describeWork(pool)).workers.map(({ name }) => name)).toEqual(['b']);
});

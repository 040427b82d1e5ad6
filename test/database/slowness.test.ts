import { type Store, slowness } from '@kshot/store';
import { expect, test } from 'vitest';
import { newRuns } from '../harness/new-runs.js';
import { newStore } from '../harness/template-database.js';

/** Runs that are done, each so many times as slow as expected; the last one is the newest. */
async function ran(store: Store, times: readonly number[]): Promise<void> {
  const ids = await newRuns(store, times.length);
  await store.pool.query(`update task set status = 'DONE', started_at = now(), ended_at = now()`);
  await store.pool.query(
    `update run set status = 'DONE', expected_seconds = 10,
       started_at = now() - make_interval(days => 1), ended_at = now() - make_interval(days => 1, secs => -10 * times - place * 1e-3)
     from unnest($1::uuid[], $2::float8[]) with ordinality as r(own, times, place) where id = own`,
    [ids, times],
  );
}

test('before anything ran a machine is as fast as usual', async () => {
  const { pool } = await newStore();
  expect(await slowness(pool)).toBe(1);
});

test('a single slow run does not make it slow', async () => {
  const store = await newStore();
  await ran(store, [4]);
  expect(await slowness(store.pool)).toBe(1);
});

test('several runs that took three times as long do', async () => {
  const store = await newStore();
  await ran(store, [3, 3, 3, 3, 3]);
  expect(await slowness(store.pool)).toBeCloseTo(3, 2);
});

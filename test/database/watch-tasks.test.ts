import 'reflect-metadata';
import { changedWithin, listen, type Store } from '@kshot/store';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Context } from '../../apps/api/src/context.js';
import { loadersOf } from '../../apps/api/src/loaders.js';
import { presentRun } from '../../apps/api/src/run/run.type.js';
import { presentVersion } from '../../apps/api/src/version/version.type.js';
import { watchTasks } from '../../apps/api/src/watch/watch-tasks.js';
import { newRuns } from '../harness/new-runs.js';
import { newVersion } from '../harness/new-version.js';
import { newStore } from '../harness/template-database.js';

/** Who asks one API process. */
async function asking(store: Store) {
  const listener = await listen(store.url);
  onTestFinished(() => listener.close());
  return () => ({ store, listener, loaders: loadersOf(store) }) as Context;
}

/** What one API process tells a subscriber of all runs, until it has told of so many. */
async function watching(store: Store, count: number) {
  const context = await asking(store);
  const runs = watchTasks(context(), 'run', undefined, presentRun);
  const heard = new Map<string, string>();
  const done = (async () => {
    for await (const { id, status } of runs) {
      heard.set(id, status);
      if (heard.size === count) return;
    }
  })();
  return { heard, done };
}

test('of a thousand runs that change at once each is reported, by each of two API processes', async () => {
  const store = await newStore();
  const ids = await newRuns(store, 1000);
  const watchers = [await watching(store, 1000), await watching(store, 1000)];
  await new Promise((resolve) => setTimeout(resolve, 100)); // both listen
  await store.pool.query(`update task set status = 'CANCELLED', ended_at = now()`);
  for (const { heard, done } of watchers) {
    await done;
    expect([...heard.keys()].sort()).toEqual([...ids].sort());
    expect(new Set(heard.values())).toEqual(new Set(['CANCELLED']));
  }
});

test('a hundred who watch a run hear of a change by two statements', async () => {
  const store = await newStore();
  const [id] = await newRuns(store, 1);
  const context = await asking(store);
  const watchers = Array.from({ length: 100 }, () => watchTasks(context(), 'run', id, presentRun));
  await Promise.all(watchers.map((watcher) => watcher.next()));
  const heard = Promise.all(watchers.map((watcher) => watcher.next()));
  const query = vi.spyOn(pg.Client.prototype, 'query');
  onTestFinished(() => query.mockRestore());
  await store.pool.query(`update task set status = 'CANCELLED', ended_at = now()`);
  expect((await heard).map(({ value }) => value.status)).toEqual(Array(100).fill('CANCELLED'));
  const asked = query.mock.calls.map(([statement]) => JSON.stringify(statement));
  expect(asked.filter((statement) => /select/i.test(statement))).toHaveLength(2);
});

test('who watches an import hears that it is deleted by the end of the subscription', async () => {
  const store = await newStore();
  const id = await newVersion(store);
  const version = watchTasks((await asking(store))(), 'dataSetVersion', id, presentVersion);
  await version.next();
  const next = version.next();
  await store.pool.query('delete from data_set');
  expect((await next).done).toBe(true);
});

test('what changed within a fraction of a second is found where a hint was missed', async () => {
  const store = await newStore();
  const ids = await newRuns(store, 2);
  expect((await changedWithin(store.pool, 'run', 15_004.825651999796)).sort()).toEqual([...ids].sort());
});

import 'reflect-metadata';
import { listen, runsChangedWithin, type Store } from '@kshot/store';
import { expect, onTestFinished, test } from 'vitest';
import type { Context } from '../../apps/api/src/context.js';
import { loadersOf } from '../../apps/api/src/loaders.js';
import { watchRuns } from '../../apps/api/src/run/watch-runs.js';
import { newRuns } from '../harness/new-runs.js';
import { newStore } from '../harness/template-database.js';

/** What one API process tells a subscriber of all runs, until it has told of so many. */
async function watching(store: Store, count: number) {
  const listener = await listen(store.url);
  onTestFinished(() => listener.close());
  const context = { store, listener, loaders: loadersOf(store) } as Context;
  const runs = watchRuns(context, undefined);
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

test('what changed within a fraction of a second is found where a hint was missed', async () => {
  const store = await newStore();
  const ids = await newRuns(store, 2);
  expect((await runsChangedWithin(store.pool, 15_004.825651999796)).sort()).toEqual([...ids].sort());
});

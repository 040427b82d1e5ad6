import {
  claimTask,
  compactRuns,
  type HeldTask,
  insertMetrics,
  metricNames,
  readSeries,
  type Store,
} from '@kshot/store';
import { expect, test } from 'vitest';
import { newRuns } from '../harness/new-runs.js';
import { newStore } from '../harness/template-database.js';

/** A run that records. */
async function recording(): Promise<{ store: Store; held: HeldTask; runId: string }> {
  const store = await newStore();
  const [runId] = (await newRuns(store, 1)) as [string];
  return { store, runId, held: (await claimTask(store.pool, ['run'], 'w')) as HeldTask };
}
const rising = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const endRun = ({ pool }: Store) => pool.query(`update task set status = 'DONE', ended_at = now()`);

/** Steps 1…n of a loss in batches of `size`, 1 / step, and an accuracy at every thousandth. */
async function record(store: Store, held: HeldTask, n: number, size: number): Promise<void> {
  for (let from = 1; from <= n; from += size) {
    const steps = rising(from, Math.min(n, from + size - 1));
    const epochs = steps.filter((step) => step % 1000 === 0);
    await insertMetrics(store.pool, held, {
      loss: { steps, values: steps.map((step) => 1 / step) },
      accuracy: { steps: epochs, values: epochs.map((step) => step / n) },
    });
  }
}

test('a series comes back as it was recorded', async () => {
  const { store, held, runId } = await recording();
  await insertMetrics(store.pool, held, { loss: { steps: [1, 2], values: [0.5, 0.25] } });
  await insertMetrics(store.pool, held, { loss: { steps: [3], values: [0.1] } });
  expect(await readSeries(store.pool, runId)).toEqual([
    { name: 'loss', count: 3, steps: [1, 2, 3], values: [0.5, 0.25, 0.1], minima: null, maxima: null },
  ]);
});

test('a reader gets what comes after the step that it has', async () => {
  const { store, held, runId } = await recording();
  await record(store, held, 30, 10);
  const [series] = await readSeries(store.pool, runId, { after: 25 });
  expect(series?.steps).toEqual([26, 27, 28, 29, 30]);
});

test('of a step that was recorded twice the later value counts', async () => {
  const { store, held, runId } = await recording();
  await insertMetrics(store.pool, held, { loss: { steps: [1, 2, 3], values: [1, 2, 3] } });
  await insertMetrics(store.pool, held, { loss: { steps: [3, 2], values: [30, 20] } });
  const [series] = await readSeries(store.pool, runId);
  expect([series?.steps, series?.values]).toEqual([
    [1, 2, 3],
    [1, 20, 30],
  ]);
});

test('values that are not finite are recorded, and left out where they cannot be shown', async () => {
  const { store, held, runId } = await recording();
  await insertMetrics(store.pool, held, { loss: { steps: [1, 2, 3], values: [1, Number.NaN, 3] } });
  const [series] = await readSeries(store.pool, runId);
  expect([series?.count, series?.steps]).toEqual([3, [1, 3]]);
  const { rows } = await store.pool.query('select summary from run');
  expect(rows[0].summary).toEqual({ loss: 3 });
});

test('compacting changes no series', async () => {
  const { store, held, runId } = await recording();
  await record(store, held, 10_000, 50);
  const before = await readSeries(store.pool, runId);
  await compactRuns(store.pool);
  expect(await readSeries(store.pool, runId)).toEqual(before);
  await endRun(store);
  await compactRuns(store.pool);
  expect(await readSeries(store.pool, runId)).toEqual(before);
});

test('a compacted run takes few rows', async () => {
  const { store, held } = await recording();
  await record(store, held, 10_000, 50);
  await endRun(store);
  await compactRuns(store.pool);
  const { rows } = await store.pool.query(
    'select level, count(*)::int from metric_chunk group by level order by level',
  );
  expect(rows).toEqual([
    { level: 0, count: 3 },
    { level: 1, count: 3 },
  ]);
});

test('steps that are recorded again after compacting count once, with the later value', async () => {
  const { store, held, runId } = await recording();
  await record(store, held, 9000, 100);
  await compactRuns(store.pool);
  const steps = rising(4001, 9000);
  await insertMetrics(store.pool, held, { loss: { steps, values: steps.map(() => 7) } });
  await endRun(store);
  await compactRuns(store.pool);
  const loss = (await readSeries(store.pool, runId)).find(({ name }) => name === 'loss');
  expect(loss?.count).toBe(9000);
  expect([loss?.values[3999], loss?.values[4000]]).toEqual([1 / 4000, 7]);
});

test.each([50, 500])('a chart of %i points keeps a spike of one step in 300,000', async (points) => {
  const { store, held, runId } = await recording();
  for (let from = 1; from <= 300_000; from += 10_000) {
    const steps = rising(from, from + 9999);
    await insertMetrics(store.pool, held, {
      loss: { steps, values: steps.map((step) => (step === 123_457 ? 1e6 : Math.sin(step))) },
    });
  }
  await endRun(store);
  await compactRuns(store.pool);
  const [series] = await readSeries(store.pool, runId, { points });
  expect(series?.count).toBe(300_000);
  expect(series?.steps.length).toBeGreaterThan(points / 2);
  expect(series?.steps.length).toBeLessThanOrEqual(points);
  expect(Math.max(...series!.maxima!)).toBe(1e6);
});

test('a series with few points keeps them all beside one with many', async () => {
  const { store, held, runId } = await recording();
  await record(store, held, 100_000, 5000);
  await endRun(store);
  await compactRuns(store.pool);
  const series = await readSeries(store.pool, runId, { points: 200 });
  expect(series.find(({ name }) => name === 'accuracy')?.steps).toEqual(
    rising(1, 100).map((epoch) => 1000 * epoch),
  );
});

test('a run names its series', async () => {
  const { store, held, runId } = await recording();
  await record(store, held, 2000, 100);
  expect(await metricNames(store.pool, runId)).toEqual(['accuracy', 'loss']);
});

test('a chart of a run that is still recorded ends at its last step', async () => {
  const { store, held, runId } = await recording();
  await record(store, held, 70_000, 500);
  await compactRuns(store.pool);
  await record(store, held, 70_100, 50); // the first 70,000 a second time
  const loss = (await readSeries(store.pool, runId, { points: 100 })).find(({ name }) => name === 'loss');
  expect(loss?.steps.at(-1)).toBe(70_100);
  expect(loss?.steps).toEqual([...new Set(loss?.steps)].sort((a, b) => a - b));
});

test('a short range holds its own steps alone, however few points are asked for', async () => {
  const { store, held, runId } = await recording();
  await record(store, held, 20_000, 100);
  await endRun(store);
  await compactRuns(store.pool);
  const range = { names: ['loss'], after: 99, until: 103, points: 2 };
  const [loss] = await readSeries(store.pool, runId, range);
  expect([loss?.count, loss?.steps]).toEqual([4, [101, 103]]);
});

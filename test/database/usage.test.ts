import { addUsage, deleteModel, forgetUsage, readUsage, type UsageCounts } from '@kshot/store';
import { expect, test } from 'vitest';
import { usageCounter } from '../../apps/api/src/usage/usage-counter.js';
import { newModel } from '../harness/new-model.js';
import { newStore } from '../harness/template-database.js';

const GONE = '01900000-0000-7000-8000-000000000000';
const DAY = 86_400_000; // milliseconds
const counts: UsageCounts = {
  calls: 1,
  examples: 3,
  errors: 0,
  noneOfThese: 1,
  classes: [1, 2],
  latencies: [0, 1],
  strengths: [1, 2],
};

test('what many writers add at once is summed, position by position', async () => {
  const store = await newStore();
  const models = [await newModel(store, 'a'), await newModel(store, 'b')];
  const hour = new Date();
  const added = models.map((modelId) => ({ modelId, hour, ...counts }));
  await Promise.all(
    Array.from({ length: 20 }, (_, i) => addUsage(store.pool, i % 2 ? added : added.toReversed())),
  );
  // A file has no latency.
  await addUsage(store.pool, [{ modelId: models[0]!, hour, ...counts, latencies: [] }]);
  const [row] = await readUsage(store.pool, models[0]!, 2);
  expect(row).toMatchObject({
    calls: 21,
    examples: 63,
    noneOfThese: 21,
    classes: [21, 42],
    latencies: [0, 20],
    strengths: [21, 42],
  });
});

test('usage of a model that is gone is dropped, and goes with its model', async () => {
  const store = await newStore();
  const id = await newModel(store, 'a');
  const hour = new Date();
  await addUsage(store.pool, [
    { modelId: GONE, hour, ...counts },
    { modelId: id, hour, ...counts },
  ]);
  expect(await readUsage(store.pool, GONE, 2)).toEqual([]);
  await deleteModel(store.pool, id, []);
  expect(await readUsage(store.pool, id, 2)).toEqual([]);
});

test('hours of more than 90 days ago are forgotten', async () => {
  const store = await newStore();
  const id = await newModel(store, 'a');
  for (const days of [89, 91])
    await addUsage(store.pool, [{ modelId: id, hour: new Date(Date.now() - days * DAY), ...counts }]);
  await forgetUsage(store.pool);
  expect(await readUsage(store.pool, id, 100 * 24)).toHaveLength(1);
});

test('calls that could not be written are written with later ones', async () => {
  const store = await newStore();
  const modelId = await newModel(store, 'a');
  const usage = usageCounter(store);
  const answer = { place: 1, noneOfThese: false, bin: null };
  usage.count({ modelId, ways: 2, bins: 0, milliseconds: 3, answers: [answer, answer] });
  await store.pool.query('alter table model_usage rename to away');
  await usage.flush();
  usage.count({ modelId, ways: 2, bins: 0, milliseconds: 3, answers: null });
  await store.pool.query('alter table away rename to model_usage');
  await usage.close();
  const [row] = await readUsage(store.pool, modelId, 2);
  expect(row).toMatchObject({ calls: 2, examples: 2, errors: 1, classes: [0, 2] });
});

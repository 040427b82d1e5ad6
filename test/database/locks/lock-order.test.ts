import { setTimeout as delay } from 'node:timers/promises';
import {
  beginShard,
  cancelTasks,
  claimTask,
  deleteDataSet,
  type HeldTask,
  insertLoneEvaluation,
  insertVersion,
  lockEvaluation,
  progressShard,
  requeueRow,
  type Store,
} from '@kshot/store';
import type pg from 'pg';
import { expect, test } from 'vitest';
import { inTransaction } from '../../../libs/store/src/in-transaction.js';
import { newRuns } from '../../harness/new-runs.js';
import { newVersion } from '../../harness/new-version.js';
import { newStore } from '../../harness/template-database.js';

const claimed = (on: { pool: pg.Pool | pg.PoolClient }, kind: string) =>
  claimTask(on.pool as pg.Pool, [kind], 'w') as Promise<HeldTask>;
const tasksAreFree = (client: pg.PoolClient, subject: string) =>
  client.query('select from task where subject = $1 for update nowait', [subject]);

async function newEvaluation(store: Store): Promise<string> {
  const versionId = await newVersion(store);
  const query = { protocol: { kind: 'CROSS_VALIDATION' } };
  return insertLoneEvaluation(store, {
    ...{ name: 'e', query: query as never, method: 'RIDGE', versionId, modelId: null },
    ...{ unitCount: 1, shardUnits: 1 },
  });
}

const news = { scores: [1], features: { done: 1, total: 2 } };
test.each([
  ['begins', beginShard],
  ['goes on', (pool: pg.Pool, held: HeldTask) => progressShard(pool, held, news)],
])('a shard that %s does not hold its task while it waits for its evaluation', async (_, writes) => {
  const store = await newStore();
  const id = await newEvaluation(store);
  const held = await claimed(store, 'shard');
  const writing = await inTransaction(store.pool, async (client) => {
    await lockEvaluation(client, id);
    const waiting = writes(store.pool, held);
    await delay(200);
    await tasksAreFree(client, id);
    return { waiting };
  });
  expect(await writing.waiting).toBe(true);
});

test('a run that is queued again does not hold its row while it waits for its task', async () => {
  const store = await newStore();
  const [id] = (await newRuns(store, 1)) as [string];
  await cancelTasks(store.pool, id);
  const queueing = await inTransaction(store.pool, async (client) => {
    await tasksAreFree(client, id);
    const waiting = requeueRow(store.pool, 'run', id);
    await delay(200);
    await client.query('select from run where id = $1 for update nowait', [id]);
    return { waiting };
  });
  expect(await queueing.waiting).toBe(true);
});

test('an attempt that had just begun is closed by cancelling it', async () => {
  const store = await newStore();
  const [subject] = (await newRuns(store, 1)) as [string];
  const cancelling = await inTransaction(store.pool, async (client) => {
    await claimed({ pool: client }, 'run');
    const waiting = cancelTasks(store.pool, subject);
    await delay(200);
    return { waiting };
  });
  expect(await cancelling.waiting).toBe(1);
  const { rows } = await store.pool.query('select outcome, ended_at is not null as ended from attempt');
  expect(rows).toEqual([{ outcome: 'CANCELLED', ended: true }]);
});

test('a data set that is deleted does not hold its row while it waits for an import', async () => {
  const store = await newStore();
  const request = { fileName: 'irises.csv', testShare: 0, seed: 1 };
  const file = { uploadHash: 'aa', request, note: '', author: null };
  const about = { name: 'irises', description: '', licence: null, source: null };
  const { id, dataSetId } = await insertVersion(store, about, file);
  const deleting = await inTransaction(store.pool, async (client) => {
    await tasksAreFree(client, id);
    const waiting = deleteDataSet(store.pool, dataSetId);
    await delay(200);
    await client.query('select from data_set where id = $1 for update nowait', [dataSetId]);
    return { waiting };
  });
  await deleting.waiting;
  expect((await store.pool.query('select from task')).rowCount).toBe(0);
});

import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import {
  cancelTasks,
  claimTask,
  endTask,
  insertRow,
  moveToProject,
  rollBackAlias,
  type Store,
  setAlias,
} from '@kshot/store';
import { expect, test } from 'vitest';
import { publicPrincipal } from '../../../apps/api/src/access/principal.js';
import { contextOf } from '../../../apps/api/src/context.js';
import { deleteWork } from '../../../apps/api/src/schema/end-task.js';
import { inTransaction } from '../../../libs/store/src/in-transaction.js';
import { newModel } from '../../harness/new-model.js';
import { newRuns } from '../../harness/new-runs.js';
import { servicesOf } from '../../harness/projects/project-walk.js';
import { newStore } from '../../harness/template-database.js';

const newProject = (store: Store): Promise<string> =>
  insertRow(store.pool, 'project', { name: 'short-lived' });

/** What becomes of a change that begins while its project is being deleted. */
async function besideDeletion(
  store: Store,
  projectId: string,
  change: () => Promise<unknown>,
): Promise<PromiseSettledResult<unknown>> {
  const { changing } = await inTransaction(store.pool, async (client) => {
    await client.query('delete from project where id = $1', [projectId]);
    const changing = Promise.allSettled([change()]);
    await delay(200);
    return { changing };
  });
  return (await changing)[0]!;
}
const refused = { status: 'rejected', reason: { code: 'CONFLICT' } };

test('a model or data set does not move to a project that is deleted at the same moment', async () => {
  const store = await newStore();
  const ids = [await newModel(store, 'm'), await insertRow(store.pool, 'dataSet', { name: 'irises' })];
  for (const id of ids) {
    const projectId = await newProject(store);
    const moved = await besideDeletion(store, projectId, () => moveToProject(store.pool, id, projectId));
    expect(moved).toMatchObject(refused);
  }
});

test('nothing new goes into a project that is deleted at the same moment', async () => {
  const store = await newStore();
  const modelId = await newModel(store, 'm');
  await store.pool.query('update model set shipped = true');
  const upload = { fileName: 'a.csv', bytes: 1n, secret: 's', expiresAt: new Date() };
  const key = { kind: 'KEY', name: 'k', secretDigest: 'd', scopes: 'READ' } as const;
  for (const insert of [
    (projectId: string) => insertRow(store.pool, 'upload', { ...upload, projectId }),
    (projectId: string) => insertRow(store.pool, 'credential', { ...key, projectId }),
    (projectId: string) => insertRow(store.pool, 'dataSet', { name: 'irises', projectId }),
    (projectId: string) => setAlias(store.pool, { name: 'it', alias: 'production', modelId, projectId }),
  ]) {
    const projectId = await newProject(store);
    expect(await besideDeletion(store, projectId, () => insert(projectId))).toMatchObject(refused);
  }
});

test('an alias does not roll back to a model that was moved to another project', async () => {
  const store = await newStore();
  const [a, b] = [await newModel(store, 'a'), await newModel(store, 'b')];
  const names = { name: 'it', alias: 'production' };
  await setAlias(store.pool, { ...names, modelId: a });
  const id = await setAlias(store.pool, { ...names, modelId: b });
  await moveToProject(store.pool, a, await newProject(store));
  await expect(rollBackAlias(store.pool, id)).rejects.toMatchObject({ code: 'CONFLICT' });
});

test.each([
  [2, { status: 'fulfilled', value: true }],
  [3, { status: 'rejected', reason: { code: '40P01' } }],
])('a transaction that is ended by %i deadlocks runs three times at most', async (deadlocks, end) => {
  const store = await newStore();
  await newRuns(store, 1);
  const held = (await claimTask(store.pool, ['run'], 'w'))!;
  let runs = 0;
  const settle = async () => {
    if (runs++ < deadlocks) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
  };
  const [ended] = await Promise.allSettled([endTask(store.pool, held, { status: 'DONE' }, { settle })]);
  expect(ended).toMatchObject(end);
  expect(runs).toBe(3);
});

test('a run that is cancelled while its deletion is refused is not said to go on', async () => {
  const store = await newStore();
  const [id] = (await newRuns(store, 1)) as [string];
  const connect = async () => {
    const client = await store.pool.connect();
    const query = async (text: string, values?: unknown[]) => {
      const result = await client.query(text, values);
      if (text === 'commit') await cancelTasks(store.pool, id);
      return result;
    };
    return { query, release: () => client.release() };
  };
  const context = contextOf(servicesOf({ ...store, pool: { connect } as never }), {
    ...publicPrincipal,
    memberships: null,
  });
  await expect(deleteWork(context, 'run', id)).rejects.toThrow(
    'The run changed at the same moment. Ask again.',
  );
});

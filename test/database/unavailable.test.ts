import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { countRows, isUnavailable, openStore, type Store } from '@kshot/store';
import { expect, onTestFinished, test } from 'vitest';
import { newStore } from '../harness/template-database.js';

async function rejections(store: Store, url: string): Promise<unknown[]> {
  const other = await openStore({ url, blobDir: store.blobs.dir });
  const answers = await Promise.allSettled(
    Array.from({ length: 30 }, (_, i) => (i % 2 ? countRows(other, 'run') : other.pool.query('select 1'))),
  );
  await other.close();
  return answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
}

test('a role with few connections makes queries fail as passing, not as errors of ours', async () => {
  const store = await newStore();
  await store.pool.query(`create role few login password 'few' connection limit 2`);
  await store.pool.query('grant all on all tables in schema public to few');
  onTestFinished(async () => {
    await store.pool.query('drop owned by few');
    await store.pool.query('drop role few');
  });
  const errors = await rejections(store, store.url.replace(/\/\/.*@/, '//few:few@'));
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.filter((error) => !isUnavailable(error))).toEqual([]);
});

test('a database that is away makes queries fail as passing', async () => {
  const store = await newStore();
  const errors = await rejections(store, store.url.replace(/:\d+\//, ':1/'));
  expect(errors).toHaveLength(30);
  expect(errors.filter((error) => !isUnavailable(error))).toEqual([]);
});

test('a connection that is cut between two statements fails the next one as passing, and ends nothing else', async () => {
  const store = await newStore();
  const client = await store.pool.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const ended = new Promise((resolve) => client.once('end', resolve));
  await store.pool.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
  await ended;
  const error = await client.query('select 1').catch((reason: unknown) => reason);
  expect(isUnavailable(error), String(error)).toBe(true);
  client.release(true);
});

test('a transaction in which nothing happens any more is cut after 20 seconds', async () => {
  const store = await newStore();
  const client = await store.pool.connect();
  const { rows } = await client.query<{ idle_in_transaction_session_timeout: string }>(
    'show idle_in_transaction_session_timeout',
  );
  client.release();
  expect(rows[0]?.idle_in_transaction_session_timeout).toBe('20s');
});

test('a connection takes one statement at a time, its first one too', async () => {
  const { url, blobs } = await newStore();
  const settings = JSON.stringify({ url, blobDir: blobs.dir });
  const script = `import { openStore } from '@kshot/store';
    const store = await openStore(${settings});
    await store.pool.query('select 1');
    await store.close();`;
  const flags = ['--throw-deprecation', '--conditions=source', '--import=tsx', '--input-type=module'];
  await promisify(execFile)(process.execPath, [...flags, '--eval', script]); // rejects where it was warned
});

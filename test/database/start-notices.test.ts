import { listen, openStore, startNotices } from '@kshot/store';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { newStore } from '../harness/template-database.js';

/** A listener on the store's database, which goes with the test. */
async function listening(url: string) {
  const listener = await listen(url);
  onTestFinished(() => listener.close());
  return listener;
}

test('a database that has all is said nothing about', async () => {
  const store = await newStore();
  const notices = await startNotices(store, await listening(store.url));
  expect(notices.filter((notice) => !notice.includes('pg_trgm'))).toEqual([]);
});

test('where notifications do not arrive, everybody looks again every second, and the notice says why', async () => {
  const store = await newStore();
  const listener = await listening(store.url);
  const heard = vi.fn();
  listener.on('run', undefined, heard);
  const deaf = { ...listener, on: () => () => undefined };
  const notices = await startNotices(store, deaf);
  expect(notices.join(' ')).toContain('Notifications of the database do not arrive');
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(undefined), { timeout: 120_000 });
});

test('a role with few connections is told how many are needed', async () => {
  const store = await newStore();
  const name = `few_${Math.random().toString(36).slice(2)}`;
  await store.pool.query(`create role ${name} login password 'few' connection limit 10`);
  await store.pool.query(`grant all on all tables in schema public to ${name}`);
  const url = Object.assign(new URL(store.url), { username: name, password: 'few' });
  const admin = new pg.Client({ connectionString: store.url });
  await admin.connect();
  const few = await openStore({ url: String(url), blobDir: store.blobs.dir, connections: 4 });
  onTestFinished(async () => {
    await few.close();
    await admin.query(`drop owned by ${name}; drop role ${name}`);
    await admin.end();
  });
  expect((await startNotices(few, await listening(store.url))).join(' ')).toContain('at most 10 connections');
});

test('a folder that belongs to another database is named', async () => {
  const [store, other] = [await newStore(), await newStore()];
  const listener = await listening(store.url);
  await startNotices(store, listener); // marks the folder
  const stray = { ...other, blobs: store.blobs };
  expect((await startNotices(stray, await listening(other.url))).join(' ')).toContain(
    'belongs to another database',
  );
});

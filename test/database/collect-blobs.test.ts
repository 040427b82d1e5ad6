import { utimesSync } from 'node:fs';
import { BLOBS_LOCK, collectBlobs, openBlobs, type Store } from '@kshot/store';
import { beforeEach, expect, test } from 'vitest';
import { newStore } from '../harness/template-database.js';

let store: Store;
beforeEach(async () => {
  store = await newStore();
});

const written = async (text: string): Promise<string> => (await store.blobs.write([Buffer.from(text)])).hash;

/** A row of `table` that refers to a hash in `column`; its other columns get any value of their type. */
async function refer(table: string, column: string, hash: string): Promise<void> {
  const { rows } = await store.pool.query<{ name: string; type: string }>(
    `select column_name as name, udt_name as type from information_schema.columns
     where table_name = $1 and is_nullable = 'NO' and column_default is null and column_name <> $2`,
    [table, column],
  );
  const values: Record<string, string> = {
    uuid: 'gen_random_uuid()',
    int8: '1',
    int4: '1',
    float8: '1',
    jsonb: `'{}'`,
    timestamptz: 'now()',
    Modality: `'TEXT'`,
    Technique: `'META'`,
    bool: 'false',
  };
  const client = await store.pool.connect();
  await client.query(`set session_replication_role = replica`); // the rows that it belongs to are of no interest
  await client.query(
    `insert into "${table}" ("${column}", ${rows.map(({ name }) => `"${name}"`).join(', ')})
     values ($1, ${rows.map(({ type }) => values[type] ?? `'x'`).join(', ')})`,
    [hash],
  );
  client.release(true);
}

test('a blob that no row refers to is removed', async () => {
  const hash = await written('nobody');
  expect((await collectBlobs(store, 0)).hashes).toEqual([]); // a full folder beside an empty database is not touched
  const own = await written('own');
  await refer('upload', 'sha256', own);
  expect((await collectBlobs(store, 0)).hashes).toEqual([hash]);
  expect(await store.blobs.has(hash)).toBe(false);
});

test.each([
  ['upload', 'sha256'],
  ['data_set_version', 'hash'],
  ['data_set_version', 'upload_hash'],
  ['run', 'map_hash'],
  ['checkpoint', 'hash'],
  ['model', 'hash'],
  ['model', 'support_hash'],
  ['kept_input', 'content_hash'],
  ['evaluation_shard', 'hash'],
  ['labelling', 'features_hash'],
])('a blob that %s.%s refers to stays', async (table, column) => {
  const hash = await written(`${table} ${column}`);
  await refer(table, column, hash);
  expect((await collectBlobs(store, 0)).hashes).toEqual([]);
  expect(await store.blobs.has(hash)).toBe(true);
});

test('a blob that was written within the grace period stays', async () => {
  await refer('upload', 'sha256', await written('own'));
  const hash = await written('new');
  expect((await collectBlobs(store, 60_000)).hashes).toEqual([]);
  utimesSync(store.blobs.path(hash), new Date(0), new Date(0));
  expect((await collectBlobs(store, 60_000)).hashes).toEqual([hash]);
});

test('a blob that was written again counts as new', async () => {
  await refer('upload', 'sha256', await written('own'));
  const hash = await written('again');
  utimesSync(store.blobs.path(hash), new Date(0), new Date(0));
  await written('again');
  expect((await collectBlobs(store, 60_000)).hashes).toEqual([]);
});

test('the blobs of another database are not touched', async () => {
  await refer('upload', 'sha256', await written('own'));
  await collectBlobs(store, 0);
  const hash = await written('of another');
  await store.pool.query('delete from setting'); // as if this were another database
  expect((await collectBlobs(store, 0)).hashes).toEqual([]);
  expect(await store.blobs.has(hash)).toBe(true);
});

test('what a killed collector had set aside comes back', async () => {
  const hash = await written('own');
  await refer('upload', 'sha256', hash);
  await store.blobs.setAside(hash, Number.POSITIVE_INFINITY);
  await collectBlobs(store, 0);
  expect(await (await openBlobs(store.blobs.dir)).has(hash)).toBe(true);
});

test('nothing is removed while a backup holds the lock', async () => {
  await refer('upload', 'sha256', await written('own'));
  const hash = await written('nobody');
  const backup = await store.pool.connect();
  await backup.query('select pg_advisory_lock($1)', [BLOBS_LOCK]);
  expect((await collectBlobs(store, 0)).hashes).toEqual([]);
  await backup.query('select pg_advisory_unlock($1)', [BLOBS_LOCK]);
  backup.release();
  expect((await collectBlobs(store, 0)).hashes).toEqual([hash]);
});

test('a pack whose rows a version lists stays', async () => {
  const [list, source] = [await written('list'), await written('source')];
  await refer('data_set_version', 'hash', list);
  await store.pool.query(
    `update data_set_version set manifest = jsonb_build_object('sources', jsonb_build_array($1::text))`,
    [source],
  );
  expect((await collectBlobs(store, 0)).hashes).toEqual([]);
  expect(await store.blobs.has(source)).toBe(true);
});

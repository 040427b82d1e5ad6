import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isUnavailable, openStore } from '@kshot/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, startDatabase } from '../harness/database.js';

let database: Database;
let blobDir: string;
beforeAll(async () => {
  database = await startDatabase();
  blobDir = mkdtempSync(path.join(tmpdir(), 'kshot-blobs-'));
});
afterAll(async () => {
  await database.stop();
  rmSync(blobDir, { recursive: true });
});

async function rejections(url: string): Promise<unknown[]> {
  const store = await openStore({ url, blobDir });
  const answers = await Promise.allSettled(
    Array.from({ length: 30 }, (_, i) => (i % 2 ? store.prisma.run.count() : store.pool.query('select 1'))),
  );
  await store.close();
  return answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
}

test('a role with few connections makes queries fail as passing, not as errors of ours', async () => {
  const owner = await openStore({ url: database.url, blobDir });
  await owner.pool.query(`create role few login password 'few' connection limit 2`);
  await owner.pool.query('grant all on all tables in schema public to few');
  await owner.close();
  const errors = await rejections(database.url.replace(/\/\/.*@/, '//few:few@'));
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.filter((error) => !isUnavailable(error))).toEqual([]);
});

test('a database that is away makes queries fail as passing', async () => {
  const errors = await rejections(database.url.replace(/:\d+\//, ':1/'));
  expect(errors).toHaveLength(30);
  expect(errors.filter((error) => !isUnavailable(error))).toEqual([]);
});

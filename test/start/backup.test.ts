import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../../tools/run-command.mjs';
import { example, imported } from '../harness/data-sets.js';
import { ended, type OwnKshot, startKshot } from '../harness/kshot.js';
import { runEnded, runUntil, startRun } from '../harness/runs.js';

let kshot: OwnKshot;
beforeAll(async () => {
  kshot = await startKshot();
});
afterAll(() => kshot.stop());

/** What each table holds, in a few characters. */
async function contents(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('_prisma_migrations', 'setting', 'worker')`,
  );
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const one = await client.query(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from "${name}" t`,
    );
    found[name] = one.rows[0].hash;
  }
  await client.end();
  return found;
}

const blobsIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((file) => path.basename(file))
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
    .sort();

const tool = (name: string, folder: string, environment: NodeJS.ProcessEnv) =>
  runCommand(process.execPath, [`tools/${name}.mjs`, folder], { env: environment });

test('a backup is restored elsewhere, row by row and byte by byte', async () => {
  const { id } = await imported(kshot, 'iris.csv', example('iris.csv'));
  await runEnded(kshot, await startRun(kshot, id, { epochs: 2 }));
  await ended(kshot.worker); // it rolls up metrics when it has nothing to do
  const folder = path.join(kshot.home, 'backup');
  await tool('backup', folder, kshot.environment);
  const before = await contents(kshot.environment.DATABASE_URL as string);
  const url = new URL(kshot.environment.DATABASE_URL as string);
  await kshot.pool.query('create database elsewhere');
  url.pathname = '/elsewhere';
  const home = path.join(kshot.home, 'elsewhere');
  await tool('restore', folder, { DATABASE_URL: String(url), KSHOT_HOME: home });
  expect(await contents(String(url))).toEqual(before);
  await kshot.startWorker();
  const restored = blobsIn(path.join(home, 'blobs'));
  expect(restored.length).toBeGreaterThan(2);
  for (const hash of restored) {
    const bytes = readFileSync(path.join(home, 'blobs', hash.slice(0, 2), hash));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
  }
  await expect(tool('restore', folder, { DATABASE_URL: String(url), KSHOT_HOME: home })).rejects.toThrow(
    'not empty',
  );
});

test('a backup is restored into a new home with the database that comes with Kshot, for its owner alone', async () => {
  const folder = path.join(kshot.home, 'for a new home');
  await tool('backup', folder, kshot.environment);
  expect(statSync(folder).mode & 0o077).toBe(0);
  const home = path.join(kshot.home, 'new');
  await tool('restore', folder, { KSHOT_HOME: home, DATABASE_URL: '' });
  expect(statSync(path.join(home, 'blobs')).mode & 0o077).toBe(0);
  // It does not run: the second backup starts it.
  const again = path.join(kshot.home, 'again');
  await tool('backup', again, { KSHOT_HOME: home, DATABASE_URL: '' });
  const rows = (of: string) => readFileSync(path.join(of, 'tables', 'data_set.copy'), 'utf8');
  expect(rows(again)).toBe(rows(folder));
});

test('a backup that is taken while a run trains is of one instant', async () => {
  const { id } = await imported(kshot, 'digits.csv', example('digits8x8.csv'));
  const runId = await startRun(kshot, id, { epochs: 200 });
  await runUntil(kshot, runId, ({ progress }) => (progress?.step ?? 0) > 100);
  const folder = path.join(kshot.home, 'while it trains');
  await tool('backup', folder, kshot.environment);
  await kshot.pool.query('create database while_it_trains');
  const url = new URL(kshot.environment.DATABASE_URL as string);
  url.pathname = '/while_it_trains';
  await tool('restore', folder, { DATABASE_URL: String(url), KSHOT_HOME: path.join(kshot.home, 'other') });
  const client = new pg.Client({ connectionString: String(url) });
  await client.connect();
  const { rows } = await client.query(
    `select r.status, t.status as task, t.attempt from run r join task t on t.subject = r.id where r.id = $1`,
    [runId],
  );
  await client.end();
  expect(rows).toEqual([{ status: 'RUNNING', task: 'RUNNING', attempt: 1 }]);
});

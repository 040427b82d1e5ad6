import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, readSeries } from '@kshot/store';
import pg from 'pg';
import { v7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { migrationNames } from '../../tools/prisma/schema-engine.mjs';
import { runCommand } from '../../tools/run-command.mjs';
import { newDatabase } from '../harness/template-database.js';

const BEFORE_CHUNKS = '20261128093000_discarded_data_sets';
const migrate = (url: string, until?: string) =>
  runCommand(process.execPath, ['tools/prisma/migrate.mjs', url, ...(until ? ['--until', until] : [])]);

/** A database of 0.1.0 with two runs: one with so many steps of two metrics, one with odd values. */
async function oldDatabase(steps: number) {
  const url = await newDatabase({ empty: true });
  await migrate(url, BEFORE_CHUNKS);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  const ids = { dataSet: v7(), version: v7(), long: v7(), odd: v7() };
  await client.query(`
    insert into data_set (id, name) values ('${ids.dataSet}', 'irises');
    insert into data_set_version (id, data_set_id, number, status, upload_hash, request)
      values ('${ids.version}', '${ids.dataSet}', 1, 'READY', 'bb', '{}');
    insert into run (id, name, technique, method, settings, seed, version_id)
      select id, id, 'PRETRAIN', 'DENSE', '{}', 1, '${ids.version}' from unnest('{${ids.long}, ${ids.odd}}'::uuid[]) id;
    insert into metric (run_id, name, step, value)
      select '${ids.long}', name, step, sin(step) from generate_series(1, ${steps}) step, unnest('{loss, accuracy}'::text[]) name;
    insert into metric (run_id, name, step, value) values ('${ids.odd}', 'loss', 0, 'NaN'), ('${ids.odd}', 'loss', 4095, 'Infinity'),
      ('${ids.odd}', 'loss', 4096, '-Infinity'), ('${ids.odd}', 'loss', 2147483647, 1e-300);`);
  return { url, client, ids };
}

async function seriesOf(url: string, runId: string) {
  const blobDir = mkdtempSync(path.join(tmpdir(), 'kshot-blobs-'));
  const store = await openStore({ url, blobDir, connections: 2 });
  try {
    const series = await readSeries(store.pool, runId);
    return series.map(({ name, steps, values }) => ({ name, steps: [...steps], values: [...values] }));
  } finally {
    await store.close();
  }
}

test('points of 0.1.0 become chunks with the same steps and values, not-a-number and infinities too', async () => {
  const { url, client, ids } = await oldDatabase(1);
  await migrate(url);
  const { rows } = await client.query(
    `select first_step, last_step, names, encode(data, 'hex') as data from metric_chunk where run_id = $1 order by id`,
    [ids.odd],
  );
  expect(rows).toEqual([
    {
      first_step: 0,
      last_step: 4095,
      names: ['loss'],
      data: '0000000000000fff7ff80000000000007ff0000000000000',
    },
    { first_step: 4096, last_step: 4096, names: ['loss'], data: '00001000fff0000000000000' },
    {
      first_step: 2147483647,
      last_step: 2147483647,
      names: ['loss'],
      data: '7fffffff01a56e1fc2f8f359',
    },
  ]);
});

test('a move that is killed goes on where it was, and ends with the same steps and values', async () => {
  const STEPS = 300_000;
  const { url, client, ids } = await oldDatabase(STEPS);
  const moving = spawn(process.execPath, ['tools/prisma/migrate.mjs', url], { stdio: 'ignore' });
  const gone = new Promise((resolve) => moving.once('exit', (_code, signal) => resolve(signal)));
  await expect.poll(() => moved(client), { interval: 2 }).toBe(true);
  moving.kill('SIGKILL');
  expect(await gone).toBe('SIGKILL');
  const { rows } = await client.query("select to_regclass('metric') is not null as left");
  expect(rows).toEqual([{ left: true }]);
  await migrate(url);
  const [accuracy, loss] = await seriesOf(url, ids.long);
  const steps = Array.from({ length: STEPS }, (_, i) => i + 1);
  expect([accuracy?.steps, loss?.steps]).toEqual([steps, steps]);
  const { rows: sums } = await client.query('select sum(sin(step)) as sum from generate_series(1, $1) step', [
    STEPS,
  ]);
  expect(loss?.values.reduce((a, b) => a + b)).toBeCloseTo(sums[0].sum, 6);
});

/** Whether a piece is moved. */
async function moved(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query("select to_regclass('metric_moved') is not null as begun");
  return rows[0].begun && (await client.query('select from metric_moved')).rowCount === 1;
}

test('a migration that was killed is applied again', async () => {
  const { url, client } = await oldDatabase(1);
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at) values ('killed', '', '20261128094500_inspections', now())`,
  );
  expect((await migrate(url)).split(', ')).toEqual(migrationNames().filter((name) => name > BEFORE_CHUNKS));
});

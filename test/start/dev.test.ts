import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startPostgres } from '../../tools/postgres.mjs';
import { isAlive } from '../../tools/processes.mjs';
import { ended, root } from '../harness/kshot.js';
import { startHome } from '../harness/npm-start.js';
import { putDatabase } from '../harness/systems/prepared-database.js';

const { home, start, left, children, endAll, remove } = startHome();
const source = path.join(root, 'apps/api/src/planted-by-dev-test.ts');
const compiled = path.join(root, 'apps/api/dist/planted-by-dev-test.js');

let dev: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  await withoutExamples(path.join(home, 'postgres'));
  dev = await start({}, ['--watch']);
});
afterAll(async () => {
  await endAll();
  for (const file of [source, compiled, `${compiled}.map`, compiled.replace('.js', '.d.ts')])
    rmSync(file, { force: true });
  remove();
});

const pidOf = (name: string) => children().find((child) => child.name === name)?.pid;
const waited = { timeout: 120_000, interval: 200 };
const seldom = { timeout: 120_000, interval: 10_000 };

test('dashboard and API answer', async () => {
  const query = '{ server { dataSetCount } }';
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query });
  const through = await fetch(`${dev.dashboard}/graphql`, { method: 'POST', headers, body });
  expect(await through.json()).toEqual({ data: { server: { dataSetCount: 0 } } });
  expect(await dev.ask(query)).toEqual({ server: { dataSetCount: 0 } });
});

test('API and worker start again from what was edited', async () => {
  const before = { api: pidOf('API'), worker: pidOf('worker') };
  await vi.waitFor(() => {
    appendFileSync(source, 'export {};\n'); // the compiler may begin to watch a moment after it says so
    expect(pidOf('API')).not.toBe(before.api);
    expect(pidOf('worker')).not.toBe(before.worker);
  }, seldom);
  await vi.waitFor(() => dev.ask('{ server { dataSetCount } }'), waited);
});

test('Ctrl-C leaves nothing running', async () => {
  const pids = descendants(dev.child.pid as number);
  expect(pids.length).toBeGreaterThan(children().length);
  await ended(dev.child, 'SIGINT');
  expect(left()).toEqual([]);
  // What parts have started ends with them, a moment later.
  await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), waited);
});

/** A database that had the examples and the starters once. */
async function withoutExamples(dataDir: string): Promise<void> {
  await putDatabase(dataDir);
  const server = await startPostgres({ dataDir, port: 0, durable: false });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const models: { name: string }[] = JSON.parse(readFileSync(path.join(root, 'models/index.json'), 'utf8'));
  const names = JSON.stringify(models.map(({ name }) => name));
  await client.query(
    `insert into setting (name, value) values ('examples', $1), ('starters', $1), ('starter notes', $1)`,
    [names],
  );
  await client.end();
  await server.stop();
}

/** Ids of all that a process has started, and that those have. */
function descendants(pid: number): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const below = (parent: number): number[] =>
    pairs.flatMap(([id, its]) => (its === parent ? [id, ...below(id)] : []));
  return below(pid);
}

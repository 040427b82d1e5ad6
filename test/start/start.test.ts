import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { isAlive } from '../../tools/processes.mjs';
import { ended } from '../harness/kshot.js';
import { startHome } from '../harness/npm-start.js';

const { home, start: startToStay, left, children, database, endAll, remove } = startHome();
afterAll(remove);

/** One that ends with the test. */
const start: typeof startToStay = (...given) => {
  onTestFinished(endAll);
  return startToStay(...given);
};

test('the first start has the examples and a demo run that makes a model; Ctrl-C leaves nothing running', async () => {
  const { child, ask, dashboard } = await start();
  expect((await fetch(dashboard)).status).toBe(200);
  type Answer = { server: { dataSetCount: number; demoRunId: string } };
  const { server } = await ask<Answer>('{ server { dataSetCount demoRunId } }');
  expect(server.dataSetCount).toBe(6);
  const query = `{ run(id: "${server.demoRunId}") { models { head } } }`;
  for (let models: unknown[] = []; models.length === 0; await delay(100))
    models = (await ask<{ run: { models: { head: string }[] } }>(query)).run.models;
  const pids = children().map(({ pid }) => pid);
  await ended(child, 'SIGINT');
  expect(left()).toEqual([]);
  expect(pids.filter(isAlive)).toEqual([]);
});

test('API, worker, dashboard and database come back when they are killed', async () => {
  const { child, ask, dashboard } = await start();
  const before = children();
  const database = Number(readFileSync(path.join(home, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  for (const pid of [...before.map(({ pid }) => pid), database]) process.kill(pid, 'SIGKILL');
  const answered = async () => {
    const answer = await ask<{ server: { dataSetCount: number } }>('{ server { dataSetCount } }');
    return answer.server.dataSetCount;
  };
  await vi.waitFor(async () => expect(await answered()).toBe(6), { timeout: 120_000, interval: 200 });
  await vi.waitFor(async () => expect((await fetch(dashboard)).status).toBe(200), {
    timeout: 120_000,
    interval: 200,
  });
  const after = children();
  expect(after.map(({ name }) => name).sort()).toEqual(before.map(({ name }) => name).sort());
  expect(before.filter(({ pid }) => after.some((one) => one.pid === pid))).toEqual([]);
  await ended(child, 'SIGINT');
  expect(left()).toEqual([]);
});

test('a start after SIGKILL of everything works, and the demo run goes on', async () => {
  const first = await start();
  const database = Number(readFileSync(path.join(home, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  for (const pid of [first.child.pid as number, ...children().map(({ pid }) => pid), database])
    process.kill(pid, 'SIGKILL');
  const { child, ask } = await start();
  const { runs } = await ask<{ runs: { nodes: { status: string }[] } }>('{ runs { nodes { status } } }');
  expect(
    runs.nodes.map(({ status }) => status).every((status) => ['QUEUED', 'RUNNING', 'DONE'].includes(status)),
  ).toBe(true);
  await ended(child, 'SIGINT');
});

test('a start after SIGKILL of npm start alone ends what it had left running', async () => {
  const first = await start();
  const pids = children().map(({ pid }) => pid);
  await ended(first.child, 'SIGKILL');
  expect(pids.filter(isAlive)).not.toEqual([]);
  const { child, output } = await start();
  expect(output).toContain('ended what an earlier start had left running');
  expect(pids.filter(isAlive)).toEqual([]);
  await ended(child, 'SIGINT');
  expect(left()).toEqual([]);
});

test('SIGTERM to npm itself leaves nothing running', async () => {
  const { child } = await start({}, [], ['npm', 'start']);
  await ended(child, 'SIGTERM');
  await vi.waitFor(() => expect(left()).toEqual([]), { timeout: 120_000, interval: 100 });
});

test('where people sign in, a later start brings new starters in all the same', async () => {
  const { child, ask } = await start();
  const input = { email: 'ada@example.org', name: 'Ada', role: 'ADMIN', password: 'correct horse battery' };
  await ask('mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }', { input });
  const client = new pg.Client({ connectionString: database() });
  await client.connect();
  await client.query(`update setting set value = value - 'potion-base-8M' where name = 'starters'`);
  await client.end();
  await ended(child, 'SIGINT');
  const again = await start();
  expect(again.output).toContain('new starters: potion-base-8M');
  await ended(again.child, 'SIGINT');
});

test('a taken port is named', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = (server.address() as { port: number }).port;
  await expect(start({ KSHOT_API_PORT: String(port) })).rejects.toThrow(`Port ${port} is taken`);
  server.close();
});

describe('one that runs, with an origin that is given', () => {
  let running: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    running = await startToStay({ KSHOT_DASHBOARD_ORIGIN: 'https://kshot.example' });
  });
  afterAll(endAll);

  test('lets pages of that origin call the API, beside those of the dashboard itself', async () => {
    const statusFor = async (origin: string) =>
      (await fetch(`${running.api}/healthz`, { headers: { origin } })).status;
    const origins = ['https://kshot.example', running.dashboard, 'https://evil.test'];
    expect(await Promise.all(origins.map(statusFor))).toEqual([200, 200, 403]);
  });

  test('goes on when a second start with the same folder is refused', async () => {
    await expect(startToStay()).rejects.toThrow('Kshot runs already with the folder');
    expect((await fetch(running.dashboard)).status).toBe(200);
  });
});

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { freePort } from '../../tools/free-port.mjs';
import { isAlive } from '../../tools/processes.mjs';
import { asker } from '../harness/ask.js';
import { ended, root } from '../harness/kshot.js';

const home = mkdtempSync(path.join(tmpdir(), 'kshot-start-'));
chmodSync(home, 0o755);
const startedOnes: ChildProcess[] = [];
afterEach(async () => {
  for (const child of startedOnes.splice(0)) await ended(child);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** `npm start` on free ports; resolves with its process when it is ready. */
async function start(environment: NodeJS.ProcessEnv = {}) {
  const [api, dashboard] = [await freePort(), await freePort()];
  const ports = { KSHOT_API_PORT: String(api), KSHOT_DASHBOARD_PORT: String(dashboard) };
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: root,
    env: { ...process.env, KSHOT_HOME: home, ...ports, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  startedOnes.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  for (;;) {
    if (output.includes('Kshot is ready'))
      return {
        child,
        output,
        ask: asker(`http://127.0.0.1:${api}`),
        dashboard: `http://127.0.0.1:${dashboard}`,
      };
    if (child.exitCode !== null) throw new Error(output);
    await delay(100);
  }
}

/** Command lines that name this start's folder or were started by it and still run. */
function left(): string[] {
  const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.includes(home) && !line.includes('ps -eo'));
}
const children = (): { name: string; pid: number }[] =>
  JSON.parse(readFileSync(path.join(home, 'processes.json'), 'utf8'));
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
  await vi.waitFor(async () => expect(await answered()).toBe(6), { timeout: 60_000, interval: 200 });
  await vi.waitFor(async () => expect((await fetch(dashboard)).status).toBe(200), {
    timeout: 60_000,
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

test('a taken port is named', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = (server.address() as { port: number }).port;
  await expect(start({ KSHOT_API_PORT: String(port) })).rejects.toThrow(`Port ${port} is taken`);
  server.close();
});

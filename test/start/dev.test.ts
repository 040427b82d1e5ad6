import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { isAlive } from '../../tools/processes.mjs';
import { ended, root } from '../harness/kshot.js';
import { startHome } from '../harness/npm-start.js';

const { start, left, children, endAll, remove } = startHome();
const source = path.join(root, 'apps/api/src/planted-by-dev-test.ts');
const compiled = path.join(root, 'apps/api/dist/planted-by-dev-test.js');

let dev: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
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

test('dashboard and API answer', async () => {
  expect((await fetch(dev.dashboard)).status).toBe(200);
  expect(await dev.ask('{ server { dataSetCount } }')).toEqual({ server: { dataSetCount: 6 } });
});

test('API and worker start again from what was edited', async () => {
  const before = { api: pidOf('API'), worker: pidOf('worker') };
  writeFileSync(source, 'export {};\n');
  await vi.waitFor(() => {
    expect(pidOf('API')).not.toBe(before.api);
    expect(pidOf('worker')).not.toBe(before.worker);
  }, waited);
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

/** Ids of all that a process has started, and that those have. */
function descendants(pid: number): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const below = (parent: number): number[] =>
    pairs.flatMap(([id, its]) => (its === parent ? [id, ...below(id)] : []));
  return below(pid);
}

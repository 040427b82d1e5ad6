import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { keepPostgres } from '../../tools/keep-postgres.mjs';
import { startPostgres } from '../../tools/postgres.mjs';
import { type OwnDisk, ownDisk } from '../harness/chaos/own-disk.js';

let home: string;
let dataDir: string;
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'kshot-postgres-'));
  chmodSync(home, 0o755); // for root: PostgreSQL runs as a user of its own
  dataDir = path.join(home, 'postgres', 'data');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function canConnect(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

test('each home draws a password, which only its owner can read', async () => {
  const server = await startPostgres({ dataDir, port: 0 });
  const file = `${dataDir}-password`;
  expect(new URL(server.url).password).toBe(readFileSync(file, 'utf8'));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await canConnect(server.url)).toBe(true);
  expect(await canConnect(server.url.replace(/:[^:@]+@/, ':kshot@'))).toBe(false);
  await server.stop();
});

test('a home that was made with the former password gets its own', async () => {
  const before = await startPostgres({ dataDir, port: 0 });
  const client = new pg.Client({ connectionString: before.url });
  await client.connect();
  await client.query(`alter role kshot password 'kshot'`);
  await client.end();
  await before.stop();
  writeFileSync(`${dataDir}-password`, 'another one', { mode: 0o600 });
  const after = await startPostgres({ dataDir, port: 0 });
  expect(await canConnect(after.url)).toBe(true);
  expect(await canConnect(after.url.replace(/:[^:@]+@/, ':kshot@'))).toBe(false);
  await after.stop();
});

const disk = ownDisk();
afterAll(() => disk?.remove());

test.skipIf(!disk)('a database that ends while its disk is full runs again once there is room', async () => {
  const { dir, fill, free } = disk as OwnDisk;
  const full = path.join(dir, 'postgres', 'data');
  const givenUp: string[] = [];
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = await keepPostgres({ dataDir: full, port: 0 }, (name) => givenUp.push(name));
  fill();
  process.kill(Number.parseInt(readFileSync(path.join(full, 'postmaster.pid'), 'utf8'), 10), 'SIGKILL');
  await expect.poll(() => said.mock.calls.join()).toContain('The disk is full');
  await delay(4000); // the time of more starts than are tried where it is not full
  free();
  await expect.poll(() => canConnect(server.url)).toBe(true);
  expect(givenUp).toEqual([]);
  await server.stop();
});

test.runIf(process.getuid?.() === 0)('a folder that its user may not enter is named to root', async () => {
  const closed = path.join(home, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  const started = startPostgres({ dataDir: path.join(closed, 'postgres', 'data'), port: 0 });
  await expect(started).rejects.toThrow(`may not enter ${closed}. Put Kshot`);
});

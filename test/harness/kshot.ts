import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from '../../tools/free-port.mjs';
import { startPostgres } from '../../tools/postgres.mjs';
import { type Ask, asker } from './ask.js';
import { putDatabase } from './systems/prepared-database.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A whole Kshot: database, API and worker on free ports, with nothing in it. */
export interface Kshot {
  readonly api: string;
  readonly home: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly pool: pg.Pool;
  readonly ask: Ask;
  stop(): Promise<void>;
}

/** One whose parts a test may kill. */
export interface OwnKshot extends Kshot {
  readonly database: {
    pid(): number;
    stop(): Promise<void>;
    start(): Promise<void>;
    /** Waits until it answers. */
    answers(): Promise<void>;
  };
  /** All that API and workers have written so far. */
  output(): string;
  apiProcess: ChildProcess;
  /** Kills the API and starts another on the same port. */
  replaceApi(): Promise<void>;
  worker: ChildProcess;
  startWorker(): Promise<void>;
  /** Kills the worker and starts another. */
  replaceWorker(): Promise<void>;
}

/** Starts one for a test alone, everything in a folder that goes with it. Most tests do with a shared one (`systems/take.ts`). */
export async function startKshot(extra: NodeJS.ProcessEnv = {}, within = tmpdir()): Promise<OwnKshot> {
  const home = mkdtempSync(path.join(within, 'kshot-'));
  chmodSync(home, 0o755); // for root: PostgreSQL runs as a user of its own
  const options = { dataDir: path.join(home, 'postgres', 'data'), port: await freePort(), durable: false };
  await putDatabase(options.dataDir);
  let server = await startPostgres(options);
  const port = await freePort();
  const api = `http://127.0.0.1:${port}`;
  const environment = { DATABASE_URL: server.url, KSHOT_HOME: home, KSHOT_API_PORT: String(port), ...extra };
  const said: string[] = [];
  const startApi = () => started('apps/api/bundle/main.js', 'GraphQL at', environment, [], said);
  const pool = new pg.Pool({ connectionString: server.url, max: 3 });
  pool.on('error', () => undefined);
  const kshot: OwnKshot = {
    api,
    home,
    environment,
    pool,
    ask: asker(api, extra.KSHOT_TOKEN),
    database: {
      pid: () => server.pid,
      stop: () => server.stop(),
      start: async () => {
        server = await startPostgres(options);
      },
      answers: async () => {
        for (let i = 0; i < 300; i++) {
          const rows = await pool.query('select 1').catch(() => null); // it comes back
          if (rows) return;
          await delay(100);
        }
        throw new Error('The database does not answer.');
      },
    },
    output: () => said.join(''),
    apiProcess: await startApi(),
    replaceApi: async () => {
      await ended(kshot.apiProcess, 'SIGKILL');
      kshot.apiProcess = await startApi();
    },
    replaceWorker: async () => {
      await ended(kshot.worker, 'SIGKILL');
      await kshot.startWorker();
    },
    worker: await started('apps/worker/bundle/main.js', 'waits for work', environment, [], said),
    startWorker: async () => {
      kshot.worker = await started('apps/worker/bundle/main.js', 'waits for work', environment, [], said);
    },
    stop: async () => {
      await Promise.all([ended(kshot.apiProcess), ended(kshot.worker)]);
      await pool.end();
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
  return kshot;
}

/** Starts one of our programs and waits for the line that says it is ready; keeps what it writes. */
export function started(
  script: string,
  ready: string,
  environment: NodeJS.ProcessEnv,
  args: string[] = [],
  said: string[] = [],
): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, script), ...args], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk;
        said.push(String(chunk));
        if (output.includes(ready)) resolve(child);
      });
    }
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}:\n${output}`)));
  });
}

/** Kills the worker, lets the leases of what it worked on run out at once, and starts another. */
export async function workerReplaced(kshot: OwnKshot): Promise<void> {
  await ended(kshot.worker, 'SIGKILL');
  await kshot.pool.query(`update task set lease_until = now() where status = 'RUNNING'`);
  await kshot.startWorker();
}

export function ended(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

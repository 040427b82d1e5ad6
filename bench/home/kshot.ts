import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Ask, asker } from '../../test/harness/ask.js';
import { ended, root, started } from '../../test/harness/kshot.js';
import { freePort } from '../../tools/free-port.mjs';
import { startPostgres } from '../../tools/postgres.mjs';
import { runCommand } from '../../tools/run-command.mjs';

/** A whole Kshot in a folder of its own. */
export interface Kshot {
  readonly api: string;
  readonly databaseUrl: string;
  readonly home: string;
  readonly apiPid: number;
  /** Kills the API and starts another on the same port. */
  replaceApi(): Promise<void>;
  /** Those that run or ran, in the order in which they were started. */
  workers(): readonly ChildProcess[];
  startWorker(): Promise<void>;
  readonly ask: Ask;
  stop(): Promise<void>;
}

const API = ['apps/api/bundle/main.js', 'GraphQL at'] as const;
const WORKER = ['apps/worker/bundle/main.js', 'waits for work'] as const;

/** As it starts by itself: PostgreSQL, API and, unless left out, one worker. */
export async function startKshot({
  worker = true,
  prepare,
  environment: own = {},
}: {
  readonly worker?: boolean;
  /** Settings beside those of every bench. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Sets up a PostgreSQL that is started anew after it. */
  readonly prepare?: (databaseUrl: string) => Promise<void>;
} = {}): Promise<Kshot> {
  const home = mkdtempSync(path.join(tmpdir(), 'kshot-bench-'));
  chmodSync(home, 0o755); // for root: PostgreSQL runs as a user of its own
  const options = { dataDir: path.join(home, 'postgres', 'data'), port: 0 };
  let server = await startPostgres(options);
  if (prepare) {
    await prepare(server.url);
    await server.stop();
    server = await startPostgres(options);
  }
  await runCommand(process.execPath, [path.join(root, 'tools/prisma/migrate.mjs'), server.url]);
  const port = await freePort();
  const api = `http://127.0.0.1:${port}`;
  const environment = {
    DATABASE_URL: server.url,
    KSHOT_HOME: home,
    KSHOT_API_PORT: String(port),
    NODE_ENV: 'production', // as npm start does
    ...own,
  };
  let first = await started(...API, environment);
  const workers: ChildProcess[] = [];
  const startWorker = async () => {
    workers.push(await started(...WORKER, environment));
  };
  if (worker) await startWorker();
  return {
    api,
    databaseUrl: server.url,
    home,
    get apiPid() {
      return first.pid as number;
    },
    async replaceApi() {
      await ended(first, 'SIGKILL');
      first = await started(...API, environment);
    },
    workers: () => workers,
    startWorker,
    ask: asker(api),
    async stop() {
      for (const program of [first, ...workers]) await ended(program);
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

import { type ChildProcess, execFileSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { OwnKshot } from '../kshot.js';
import { killProcess } from './kill-process.js';

/** One way in which a part of Kshot suffers. */
export interface Disturbance {
  readonly name: string;
  /** Does it; when it returns, whatever had to be started again has been. */
  happen(kshot: OwnKshot, below: (n: number) => number): Promise<void>;
}

/** Process ids of what a process has started, and of what those have. */
function descendants(pid: number): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const of = (parent: number): number[] =>
    pairs.flatMap(([child, its]) => (its === parent ? [child, ...of(child)] : []));
  return of(pid);
}

function killOne(parent: ChildProcess, below: (n: number) => number): void {
  const pids = descendants(parent.pid as number);
  if (pids.length > 0) killProcess(pids[below(pids.length)] as number);
}

/** Cuts connections of others than the caller. */
const cut = (kshot: OwnKshot, which: string) =>
  kshot.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and ${which}`,
  );

export const disturbances: readonly Disturbance[] = [
  { name: 'worker killed', happen: (kshot) => kshot.replaceWorker() },
  {
    name: 'process of a task killed',
    happen: async ({ worker }, below) => killOne(worker, below),
  },
  {
    name: 'worker stopped for a while',
    async happen({ worker }, below) {
      worker.kill('SIGSTOP');
      await delay(500 + below(8000));
      worker.kill('SIGCONT');
    },
  },
  {
    name: 'worker stopped past its lease, while another takes over',
    async happen(kshot) {
      const stale = kshot.worker;
      stale.kill('SIGSTOP');
      await kshot.pool.query(`update task set lease_until = now() where status = 'RUNNING'`);
      await kshot.startWorker();
      await delay(3000);
      stale.kill('SIGCONT'); // what it still wants to write must be refused
      await delay(1000);
      stale.kill('SIGTERM');
    },
  },
  { name: 'API killed', happen: (kshot) => kshot.replaceApi() },
  {
    name: 'predictor killed',
    happen: async ({ apiProcess }, below) => killOne(apiProcess, below),
  },
  { name: 'connections cut', happen: async (kshot) => void (await cut(kshot, 'true')) },
  { name: 'LISTEN lost', happen: async (kshot) => void (await cut(kshot, `query ilike 'listen%'`)) },
  {
    name: 'database killed',
    async happen({ database, pool }) {
      const { rows } = await pool.query<{ pid: number }>(
        'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() limit 1',
      );
      if (rows[0]) process.kill(rows[0].pid, 'SIGKILL'); // the server drops all memory and recovers from its log
      await delay(500);
      await database.answers();
    },
  },
  {
    name: 'database away for a while',
    async happen({ database }, below) {
      await database.stop();
      await delay(below(4000));
      await database.start();
    },
  },
];

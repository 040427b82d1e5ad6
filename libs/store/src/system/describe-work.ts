import type pg from 'pg';
import { type PresentWorker, presentWorkers } from './present-workers.js';

export interface Work {
  readonly tasks: readonly { readonly kind: string; readonly status: string; readonly count: number }[];
  /** Since when the task that waits longest waits. */
  readonly waitingSince: Date | null;
  readonly workers: readonly PresentWorker[];
  /** The last failures, the newest first. */
  readonly failures: readonly {
    readonly kind: string;
    readonly subject: string;
    readonly worker: string | null;
    readonly code: string;
    readonly message: string;
    readonly endedAt: Date | null;
  }[];
}

const FAILURES = 20;

/** Queue, workers and failures, as they are now. */
export async function describeWork(pool: pg.Pool): Promise<Work> {
  const [tasks, waiting, workers, failures] = await Promise.all([
    pool.query<Work['tasks'][number]>(
      'select kind, status, count(*)::int as count from task group by kind, status order by kind, status',
    ),
    pool.query<{ since: Date | null }>(`select min(queued_at) as since from task where status = 'QUEUED'`),
    presentWorkers(pool),
    pool.query<Work['failures'][number]>(
      `select kind, subject, worker, failure_code as code, failure_message as message, ended_at as "endedAt"
       from task where status = 'FAILED' and failure_code is not null order by ended_at desc nulls last limit $1`,
      [FAILURES],
    ),
  ]);
  return {
    tasks: tasks.rows,
    waitingSince: waiting.rows[0]?.since ?? null,
    workers,
    failures: failures.rows,
  };
}

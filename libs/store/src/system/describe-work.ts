import type pg from 'pg';

export interface Work {
  readonly tasks: readonly { readonly kind: string; readonly status: string; readonly count: number }[];
  /** Since when the task that waits longest waits. */
  readonly waitingSince: Date | null;
  /** Workers that began or ended something within the last day, or hold something now. */
  readonly workers: readonly { readonly name: string; readonly running: number; readonly seenAt: Date }[];
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
    pool.query<Work['workers'][number]>(
      `select a.worker as name, count(*) filter (where a.ended_at is null and t.status = 'RUNNING' and t.attempt = a.number)::int as running,
         max(coalesce(a.ended_at, t.lease_until - interval '10 s', a.started_at)) as "seenAt"
       from attempt a join task t on t.id = a.task_id
       where a.started_at > now() - interval '1 day' or a.ended_at is null
       group by a.worker order by 3 desc limit 100`,
    ),
    pool.query<Work['failures'][number]>(
      `select kind, subject, worker, failure_code as code, failure_message as message, ended_at as "endedAt"
       from task where status = 'FAILED' and failure_code is not null order by ended_at desc nulls last limit $1`,
      [FAILURES],
    ),
  ]);
  return {
    tasks: tasks.rows,
    waitingSince: waiting.rows[0]?.since ?? null,
    workers: workers.rows,
    failures: failures.rows,
  };
}

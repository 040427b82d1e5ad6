import type pg from 'pg';

/** How often a worker says that it is there; one that has not for six times as long is silent. */
export const SEEN_EVERY = 5000; // milliseconds
const SILENT_AFTER = 6 * SEEN_EVERY;

export interface PresentWorker {
  readonly name: string;
  readonly running: number;
  readonly startedAt: Date;
  readonly seenAt: Date;
  /** Whether it ended without a word, or cannot reach the database. */
  readonly isSilent: boolean;
}

/** A worker says that it is there. One that was silent for a day is forgotten. */
export async function seeWorker(pool: pg.Pool, name: string): Promise<void> {
  await pool.query(
    `with gone as (delete from worker where seen_at < now() - interval '1 day' and name <> $1)
     insert into worker (name) values ($1) on conflict (name) do update set seen_at = now()`,
    [name],
  );
}

/** It stops, and says so. */
export async function forgetWorker(pool: pg.Pool, name: string): Promise<void> {
  await pool.query('delete from worker where name = $1', [name]);
}

/** Workers that are there, and those that fell silent within the last day, the silent ones first. */
export async function presentWorkers(pool: pg.Pool): Promise<PresentWorker[]> {
  const { rows } = await pool.query<PresentWorker>(
    `select w.name, w.started_at as "startedAt", w.seen_at as "seenAt",
       w.seen_at < now() - make_interval(secs => $1) as "isSilent",
       (select count(*)::int from task t where t.worker = w.name and t.status = 'RUNNING') as running
     from worker w order by "isSilent" desc, w.seen_at desc, w.name limit 100`,
    [SILENT_AFTER / 1000],
  );
  return rows;
}

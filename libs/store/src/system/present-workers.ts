import type pg from 'pg';

/** How often a worker says that it is there; one that has not for six times as long is silent. */
export const SEEN_EVERY = 5000; // milliseconds
const SILENT_AFTER = 6 * SEEN_EVERY;
/** How long one is listed that is silent and has no task any more. */
const LISTED_FOR = 600_000; // milliseconds

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

/** Workers that are there, and those that are silent, these first: for ten minutes, and while their tasks are not taken over. */
export async function presentWorkers(pool: pg.Pool): Promise<PresentWorker[]> {
  const { rows } = await pool.query<PresentWorker>(
    `select w.name, w.started_at as "startedAt", w.seen_at as "seenAt",
       w.seen_at < now() - make_interval(secs => $1) as "isSilent", t.running
     from worker w, lateral (select count(*)::int as running from task where worker = w.name and status = 'RUNNING') t
     where t.running > 0 or w.seen_at > now() - make_interval(secs => $2)
     order by "isSilent" desc, w.seen_at desc, w.name limit 100`,
    [SILENT_AFTER / 1000, LISTED_FOR / 1000],
  );
  return rows;
}

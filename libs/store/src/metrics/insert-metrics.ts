import type pg from 'pg';
import { CHANNEL } from '../changes/listen.js';
import type { HeldTask } from '../tasks/task.js';

/** A named series' new values, as columns. */
export type MetricColumns = Readonly<
  Record<string, { readonly steps: readonly number[]; readonly values: readonly number[] }>
>;

/**
 * Records a batch in one statement, each (run, name, step) once, with the last value of each series in the run's summary. Only
 * the present attempt can write: returns false, and writes nothing, for any other.
 */
export async function insertMetrics(
  pool: pg.Pool,
  { id, attempt, subject }: HeldTask,
  columns: MetricColumns,
): Promise<boolean> {
  const names: string[] = [];
  const steps: number[] = [];
  const values: number[] = [];
  const last: Record<string, number> = {};
  for (const [name, series] of Object.entries(columns)) {
    names.push(...new Array<string>(series.steps.length).fill(name));
    steps.push(...series.steps);
    values.push(...series.values);
    const value = series.values.at(-1);
    if (Number.isFinite(value)) last[name] = value as number;
  }
  const { rows } = await pool.query<{ held: boolean }>(
    `with held as (select 1 from task where id = $1 and attempt = $2 and status = 'RUNNING' for share),
     written as (
       insert into metric (run_id, name, step, value)
       select $3, m.name, m.step, m.value from held, unnest($4::text[], $5::int[], $6::float8[]) as m(name, step, value)
       on conflict do nothing),
     summed_up as (update run set summary = summary || $7::jsonb where id = $3 and exists (select 1 from held))
     select exists(select 1 from held) as held, pg_notify($8, 'metrics:' || $3)`,
    [id, attempt, subject, names, steps, values, JSON.stringify(last), CHANNEL],
  );
  return rows[0]?.held ?? false;
}

import type pg from 'pg';
import { notify } from '../changes/notify.js';

/** A named series' new values, as columns. */
export type MetricColumns = Readonly<
  Record<string, { readonly steps: readonly number[]; readonly values: readonly number[] }>
>;

/**
 * Records a batch in one statement, each (run, name, step) once. Only the holder of the run's present attempt can write:
 * returns false, and writes nothing, when the attempt is not the present one.
 */
export async function insertMetrics(
  pool: pg.Pool,
  runId: string,
  attempt: number,
  columns: MetricColumns,
): Promise<boolean> {
  const names: string[] = [];
  const steps: number[] = [];
  const values: number[] = [];
  for (const [name, series] of Object.entries(columns)) {
    for (const [i, value] of series.values.entries()) {
      if (!Number.isFinite(value)) continue; // a run that diverges
      names.push(name);
      steps.push(series.steps[i] as number);
      values.push(value);
    }
  }
  const { rows } = await pool.query<{ held: boolean }>(
    `with held as (select id from run where id = $1 and attempt = $2 and status = 'RUNNING' for share),
     written as (
       insert into metric (run_id, name, step, value)
       select held.id, m.name, m.step, m.value from held, unnest($3::text[], $4::int[], $5::float8[]) as m(name, step, value)
       on conflict do nothing)
     select exists(select 1 from held) as held`,
    [runId, attempt, names, steps, values],
  );
  const held = rows[0]?.held ?? false;
  if (held) await notify(pool, { topic: 'metrics', id: runId });
  return held;
}

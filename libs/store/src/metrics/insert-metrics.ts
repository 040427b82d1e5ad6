import type pg from 'pg';
import { CHANNEL } from '../changes/listen.js';
import type { HeldTask } from '../tasks/task.js';
import { writePoints } from './chunk-file.js';
import { joinPoints } from './points.js';

/** A named series' new values, as columns; steps in any order. */
export type MetricColumns = Readonly<
  Record<string, { readonly steps: readonly number[]; readonly values: readonly number[] }>
>;

/**
 * Records a batch as one row, in one statement, with the last value of each series in the run's summary. Of a step that is
 * recorded again the later value counts. Only the present attempt can write: returns false, and writes nothing, for any other.
 */
export async function insertMetrics(
  pool: pg.Pool,
  { id, attempt, subject }: HeldTask,
  columns: MetricColumns,
): Promise<boolean> {
  const written = Object.entries(columns).filter(([, { steps }]) => steps.length > 0);
  if (written.length === 0) return true;
  const series = new Map(
    written.map(([name, { steps, values }]) => [
      name,
      joinPoints([{ steps: Int32Array.from(steps), values: Float64Array.from(values) }]),
    ]),
  );
  const last = [...series].flatMap(([name, { values }]) => {
    const value = values.at(-1);
    return Number.isFinite(value) ? [[name, value]] : [];
  });
  const lists = [...series.values()].map(({ steps }) => steps);
  const { names, grids, counts, data } = writePoints(series);
  const { rows } = await pool.query<{ held: boolean }>({
    name: 'insert-metrics', // planned once for each connection
    text: `with held as (select 1 from task where id = $1 and attempt = $2 and status = 'RUNNING' for share),
     written as (
       insert into metric_chunk (run_id, first_step, last_step, names, grids, counts, data)
       select $3::uuid, $4, $5, $6::text[], $7::int[], $8::int[], $9 from held),
     summed_up as (update run set summary = summary || $10::jsonb where id = $3::uuid and exists (select 1 from held))
     select exists(select 1 from held) as held, pg_notify($11, 'metrics:' || $3::text)`,
    values: [
      id,
      attempt,
      subject,
      Math.min(...lists.map((steps) => steps[0] as number)),
      Math.max(...lists.map((steps) => steps.at(-1) as number)),
      names,
      grids,
      counts,
      data,
      JSON.stringify(Object.fromEntries(last)),
      CHANNEL,
    ],
  });
  return rows[0]?.held ?? false;
}

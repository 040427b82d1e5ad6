import type pg from 'pg';
import type { UsageCounts } from './add-usage.js';

/** Counts of one hour. */
interface UsageHour extends UsageCounts {
  readonly at: Date;
}

/** The last hours in which a model was asked, the present one included, oldest first. */
export async function readUsage(pool: pg.Pool, modelId: string, hours: number): Promise<UsageHour[]> {
  const { rows } = await pool.query<UsageHour>(
    `select hour as at, calls::float8 as calls, examples::float8 as examples, errors::float8 as errors,
       none_of_these::float8 as "noneOfThese", classes::float8[] as classes, latencies::float8[] as latencies,
       strengths::float8[] as strengths
     from model_usage
     where model_id = $1 and hour > date_trunc('hour', now()) - make_interval(hours => $2) order by hour`,
    [modelId, hours],
  );
  return rows;
}

import type pg from 'pg';

/** A series as columns. Where points were merged, each is its bucket's last step with mean, smallest and largest value. */
export interface Series {
  readonly name: string;
  /** Points that the range holds before merging. */
  readonly count: number;
  readonly steps: number[];
  readonly values: number[];
  readonly minima: number[] | null;
  readonly maxima: number[] | null;
}

export interface SeriesRange {
  readonly names?: readonly string[] | undefined;
  /** Exclusive. */
  readonly after?: number | undefined;
  /** Inclusive. */
  readonly until?: number | undefined;
  /** At most this many points of each series; all when left out. */
  readonly points?: number | undefined;
}

interface Row {
  name: string;
  count: string;
  steps: number[];
  values: number[];
  minima: number[];
  maxima: number[];
}

/** Series of a run in the order of their names, merged in the database. */
export async function readSeries(pool: pg.Pool, runId: string, range: SeriesRange = {}): Promise<Series[]> {
  const { rows } = await pool.query<Row>(
    `with chosen as (
       select name, step, value, count(*) over (partition by name) as total,
              row_number() over (partition by name order by step) - 1 as place
       from metric
       where run_id = $1 and ($2::text[] is null or name = any($2)) and step > $3 and step <= $4
         and value not in ('NaN', 'Infinity', '-Infinity')),
     buckets as (
       select name, max(total) as total, max(step) as step, avg(value) as value, min(value) as low, max(value) as high
       from chosen
       group by name, case when $5::int is null or total <= $5 then place else place * $5 / total end)
     select name, max(total) as count, array_agg(step order by step) as steps, array_agg(value order by step) as values,
            array_agg(low order by step) as minima, array_agg(high order by step) as maxima
     from buckets group by name order by name`,
    [runId, range.names ?? null, range.after ?? -1, range.until ?? 2_147_483_647, range.points ?? null],
  );
  return rows.map(({ count, minima, maxima, ...row }) => {
    const merged = row.steps.length < Number(count);
    return { ...row, count: Number(count), minima: merged ? minima : null, maxima: merged ? maxima : null };
  });
}

export async function metricNames(pool: pg.Pool, runId: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    'select distinct name from metric where run_id = $1 order by name',
    [runId],
  );
  return rows.map((row) => row.name);
}

import type pg from 'pg';
import { type Buckets, bucketsBetween, bucketsOf, joinBuckets, mergeBuckets } from './buckets.js';
import { type ChunkData, readBuckets, readPoints } from './chunk-file.js';
import { joinPoints, type Points } from './points.js';

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

interface Row extends ChunkData {
  readonly level: number;
}

const LAST = 2_147_483_647;
/** Buckets of a series in a full chunk; see compact-metrics. */
const CHUNK_BUCKETS = 256;

/** Series of a run in the order of their names. Values that are not finite are left out: charts and JSON have no place for them. */
export async function readSeries(pool: pg.Pool, runId: string, range: SeriesRange = {}): Promise<Series[]> {
  const { names, after = -1, until = LAST, points = Number.POSITIVE_INFINITY } = range;
  const level = Number.isFinite(points) ? await levelFor(pool, runId, after, until, points) : 0;
  const rows = await chunksFrom(pool, runId, level, after, until, names);
  const raw = new Map<string, Points[]>();
  const rolled = new Map<string, Buckets[]>();
  for (const row of rows) {
    if (row.level === 0) for (const [name, part] of readPoints(row)) push(raw, name, part);
    else for (const [name, part] of readBuckets(row)) push(rolled, name, part);
  }
  const wanted = [...new Set([...raw.keys(), ...rolled.keys()])].filter(
    (name) => names?.includes(name) ?? true,
  );
  return wanted.sort().flatMap((name) => {
    const parts = [...(rolled.get(name) ?? [])];
    const own = raw.get(name);
    const rest = own && bucketsOf(joinPoints(own));
    // Steps that were recorded a second time are rolled up soon.
    if (rest) parts.push(bucketsBetween(rest, (parts.at(-1)?.last.at(-1) ?? -1) + 1, LAST));
    const found = bucketsBetween(joinBuckets(parts), after + 1, until);
    return found.first.length > 0 ? [seriesOf(name, found, points)] : [];
  });
}

const push = <T>(into: Map<string, T[]>, name: string, part: T): void => {
  const known = into.get(name);
  if (known) known.push(part);
  else into.set(name, [part]);
};

function seriesOf(name: string, found: Buckets, points: number): Series {
  const count = found.count.reduce((sum, n) => sum + n, 0);
  const merged = mergeBuckets(found, points);
  const shown = Int32Array.from(merged.last.keys()).filter((i) => Number.isFinite(merged.mean[i]));
  const column = (values: Int32Array | Float64Array) => Array.from(shown, (i) => values[i] as number);
  const whole = merged.first.length === count;
  return {
    name,
    count,
    steps: column(merged.last),
    values: column(merged.mean),
    minima: whole ? null : column(merged.minimum),
    maxima: whole ? null : column(merged.maximum),
  };
}

/** The coarsest level that still has as many buckets in the range as points are asked for. */
async function levelFor(
  pool: pg.Pool,
  runId: string,
  after: number,
  until: number,
  points: number,
): Promise<number> {
  const { rows } = await pool.query<{ level: number | null }>(
    `select max(level) as level from (
       select level from metric_chunk where run_id = $1 and level > 0 and last_step > $2 and first_step <= $3
       group by level
       having sum((least(last_step, $3) - greatest(first_step, $2 + 1) + 1)::float8 / (last_step - first_step + 1)) >= $4) as fine`,
    [runId, after, until, points / CHUNK_BUCKETS],
  );
  return rows[0]?.level ?? 0;
}

/** Chunks of the range: of the level, then of each finer one what the coarser ones do not hold yet, down to points. */
async function chunksFrom(
  pool: pg.Pool,
  runId: string,
  level: number,
  after: number,
  until: number,
  names: readonly string[] | undefined,
): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `select level, names, grids, counts, data from metric_chunk
     where run_id = $1 and last_step > $2 and first_step <= $3 and (level = $4 or (level < $4 and not rolled))
       and ($5::text[] is null or names && $5)
     order by level desc, id`,
    [runId, after, until, level, names ?? null],
  );
  return rows;
}

/** A step up to which, behind `after`, so many points of a run lie or a chunk's more; undefined where there are fewer in all. */
export async function stepOfPoints(
  pool: pg.Pool,
  runId: string,
  after: number,
  points: number,
): Promise<number | undefined> {
  const { rows } = await pool.query<{ last: number }>(
    `select last_step as last from (
       select last_step, sum(cardinality(names)::bigint * (select max(n) from unnest(counts) as n)) over (order by last_step, id) as total
       from (select id, last_step, names, counts from metric_chunk
             where run_id = $1 and level = 0 and last_step > $2 order by last_step, id limit $3) as next) as summed
     where total >= $3 order by last_step limit 1`,
    [runId, after, points],
  );
  return rows[0]?.last;
}

export async function metricNames(pool: pg.Pool, runId: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    'select distinct unnest(names) as name from metric_chunk where run_id = $1 and level <= 1 order by name',
    [runId],
  );
  return rows.map((row) => row.name);
}

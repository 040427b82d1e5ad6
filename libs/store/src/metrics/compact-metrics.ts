import type pg from 'pg';
import { inTransaction } from '../in-transaction.js';
import { type Buckets, bucketsOf, joinBuckets, mergeBuckets } from './buckets.js';
import {
  type ChunkData,
  readBuckets,
  readPoints,
  type SeriesOf,
  writeBuckets,
  writePoints,
} from './chunk-file.js';
import { joinPoints, type Points } from './points.js';

/** Steps in a compacted chunk. */
const CHUNK_STEPS = 4096;
/** Buckets of a series in a chunk of a level above points, at most. */
const CHUNK_BUCKETS = 256;
/** Chunks of one level in one of the next: of points one, of buckets sixteen. */
const ROLLED_TOGETHER = (level: number): number => (level === 0 ? 1 : 16);

interface Row extends ChunkData {
  readonly id: string;
  readonly first_step: number;
  readonly last_step: number;
}

const COLUMNS = 'id, first_step, last_step, names, grids, counts, data';

/** Small chunks that a run may have while it is recorded. */
const MOST_SMALL = 64;

/** Compacts the metrics of runs that have ended or have many small chunks. Another worker may do the same. */
export async function compactRuns(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ id: string; ended: boolean }>(
    `select r.id, r.ended_at is not null as ended from metric_chunk c join run r on r.id = c.run_id
     where c.level = 0 and not c.rolled group by r.id having r.ended_at is not null or count(*) > $1 limit 100`,
    [MOST_SMALL],
  );
  for (const { id, ended } of rows) await inTransaction(pool, (client) => compactMetrics(client, id, ended));
}

/**
 * Joins the small chunks of a run and rolls full ones up: each level holds buckets of the one below, a sixteenth of its numbers,
 * so that a chart reads about as many as it draws. Of a run that has ended the rest is rolled up too. Everything is rolled up
 * again where steps were recorded a second time.
 */
async function compactMetrics(client: pg.PoolClient, runId: string, ended: boolean): Promise<void> {
  const { rowCount } = await client.query('select 1 from run where id = $1 for update skip locked', [runId]);
  if (rowCount === 0) return;
  const { rows: fresh } = await client.query<Row>(
    `select ${COLUMNS} from metric_chunk where run_id = $1 and level = 0 and not rolled order by id`,
    [runId],
  );
  if (fresh.length === 0) return;
  const { rows: ends } = await client.query<{ last: number | null }>(
    'select max(last_step) as last from metric_chunk where run_id = $1 and level = 0 and rolled',
    [runId],
  );
  const again = fresh.some(({ first_step: first }) => first <= (ends[0]?.last ?? -1));
  const { rows: all } = again
    ? await client.query<Row>(
        `select ${COLUMNS} from metric_chunk where run_id = $1 and level = 0 order by id`,
        [runId],
      )
    : { rows: fresh };
  await client.query(`delete from metric_chunk where run_id = $1 and ($2 or (level = 0 and not rolled))`, [
    runId,
    again,
  ]);
  for (const part of blocks(joined(all.map(readPoints), joinPoints))) {
    const [first, last] = range(
      [...part.values()].map(({ steps }) => [steps[0] as number, steps.at(-1) as number]),
    );
    const full = ended || Math.max(...[...part.values()].map(({ steps }) => steps.length)) >= CHUNK_STEPS;
    await insert(client, runId, 0, full, first, last, writePoints(part));
    if (!full) break;
    const buckets = new Map(
      [...part].map(([name, points]) => [name, mergeBuckets(bucketsOf(points), CHUNK_BUCKETS)]),
    );
    await insert(client, runId, 1, false, first, last, writeBuckets(buckets));
  }
  await rollUp(client, runId, 1);
}

/** Full groups of chunks of a level become one of the next. */
async function rollUp(client: pg.PoolClient, runId: string, level: number): Promise<void> {
  const together = ROLLED_TOGETHER(level);
  const { rows } = await client.query<Row>(
    `select ${COLUMNS} from metric_chunk where run_id = $1 and level = $2 and not rolled order by last_step`,
    [runId, level],
  );
  const groups = Math.floor(rows.length / together);
  for (let g = 0; g < groups; g++) {
    const group = rows.slice(g * together, (g + 1) * together);
    const buckets = joined(group.map(readBuckets), (parts: readonly Buckets[]) =>
      mergeBuckets(joinBuckets(parts), CHUNK_BUCKETS),
    );
    const [first, last] = range(group.map((row) => [row.first_step, row.last_step]));
    await insert(client, runId, level + 1, false, first, last, writeBuckets(buckets));
    await client.query('update metric_chunk set rolled = true where id = any($1)', [
      group.map(({ id }) => id),
    ]);
  }
  if (groups > 0) await rollUp(client, runId, level + 1);
}

/** Parts of each series, joined. */
function joined<T>(chunks: readonly SeriesOf<T>[], join: (parts: readonly T[]) => T): Map<string, T> {
  const parts = new Map<string, T[]>();
  for (const chunk of chunks)
    for (const [name, part] of chunk) {
      const known = parts.get(name);
      if (known) known.push(part);
      else parts.set(name, [part]);
    }
  return new Map([...parts].map(([name, own]) => [name, join(own)]));
}

/** All series, cut where the longest has so many steps. */
function* blocks(series: SeriesOf<Points>): Generator<Map<string, Points>> {
  const { steps } = [...series.values()].reduce((a, b) => (b.steps.length > a.steps.length ? b : a));
  const at = new Map([...series.keys()].map((name) => [name, 0]));
  for (let from = 0; from < steps.length; from += CHUNK_STEPS) {
    const end =
      from + CHUNK_STEPS >= steps.length ? Number.POSITIVE_INFINITY : (steps[from + CHUNK_STEPS] as number);
    const part = new Map<string, Points>();
    for (const [name, points] of series) {
      const start = at.get(name) as number;
      let stop = start;
      while (stop < points.steps.length && (points.steps[stop] as number) < end) stop++;
      at.set(name, stop);
      if (stop > start)
        part.set(name, {
          steps: points.steps.subarray(start, stop),
          values: points.values.subarray(start, stop),
        });
    }
    yield part;
  }
}

const range = (ranges: readonly (readonly [number, number])[]): [number, number] => [
  Math.min(...ranges.map(([first]) => first)),
  Math.max(...ranges.map(([, last]) => last)),
];

async function insert(
  client: pg.PoolClient,
  runId: string,
  level: number,
  rolled: boolean,
  first: number,
  last: number,
  { names, grids, counts, data }: ChunkData,
): Promise<void> {
  await client.query(
    `insert into metric_chunk (run_id, level, rolled, first_step, last_step, names, grids, counts, data)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [runId, level, rolled, first, last, names, grids, counts, data],
  );
}

// Points of version 0.1.0, a row each, become chunks of columns (libs/store/src/metrics).

/** Steps in a chunk, and in a piece that is moved at once. */
const CHUNK_STEPS = 4096;
const PIECE_STEPS = 16 * CHUNK_STEPS;

/** Numbers in network byte order, as PostgreSQL sends them: first the lists of steps, then the values of each name. */
const MOVE = `insert into metric_chunk (run_id, first_step, last_step, names, grids, counts, data)
select run_id, min(first), max(last), array_agg(name order by name), array_agg(place::int - 1 order by name),
  array_agg(count::int order by name), string_agg(steps, '' order by name) || string_agg(numbers, '' order by name)
from (
  select run_id, block, name, row_number() over (partition by run_id, block order by name) as place,
    count(*) as count, min(step) as first, max(step) as last,
    string_agg(int4send(step), '' order by step) as steps, string_agg(float8send(value), '' order by step) as numbers
  from (select *, step / ${CHUNK_STEPS} as block from metric where run_id = $1 and step >= $2::int and step <= $3::int) as points
  group by run_id, block, name
) as series
group by run_id, block order by block`;

/**
 * Moves the points that there are, a piece in each transaction with the place to go on from: whoever is killed goes on there.
 * Yields after each piece, and drops the table at the end. Nobody else may move or write them meanwhile.
 * @param {import('pg').Client} client
 */
export async function* moveMetrics(client) {
  const { rows } = await client.query(
    "select to_regclass('metric') is not null and to_regclass('metric_chunk') is not null as waiting",
  );
  if (!rows[0].waiting) return;
  await client.query(
    `create table if not exists metric_moved (run_id uuid not null, next_step bigint not null)`,
  );
  for (;;) {
    const piece = await nextPiece(client);
    if (!piece) break;
    const { runId, from, end } = piece;
    await inTransaction(client, async () => {
      await client.query(MOVE, [runId, from, end - 1]);
      await client.query('delete from metric_moved');
      await client.query('insert into metric_moved (run_id, next_step) values ($1, $2)', [runId, end]);
    });
    yield;
  }
  await client.query('drop table metric, metric_moved');
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** The next steps of a run, runs by their ids; null at the end. @param {import('pg').Client} client */
async function nextPiece(client) {
  const { rows: moved } = await client.query('select run_id, next_step from metric_moved');
  const [{ run_id: last, next_step: next } = { run_id: FIRST_ID, next_step: 0 }] = moved;
  const { rows: same } = await client.query(
    'select run_id, step from metric where run_id = $1 and step >= $2::bigint order by step limit 1',
    [last, next],
  );
  const { rows: others } =
    same.length > 0
      ? { rows: same }
      : await client.query(
          'select run_id, step from metric where run_id > $1 order by run_id, step limit 1',
          [last],
        );
  if (others.length === 0) return null;
  const [{ run_id: runId, step }] = others;
  const from = Math.floor(step / CHUNK_STEPS) * CHUNK_STEPS;
  return { runId, from, end: Math.min(from + PIECE_STEPS, 2 ** 31) };
}

/** @param {import('pg').Client} client @param {() => Promise<void>} work */
async function inTransaction(client, work) {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

import type pg from 'pg';

const RUNS = 7;
/** What a machine is taken for before a run has told more. */
const USUAL = [1, 1];
const [LEAST, MOST] = [0.3, 10];

/** How many times as long as expected the last runs took: what else the machines do, and how fast they are. */
export async function slowness(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ times: number }>(
    `select extract(epoch from ended_at - started_at)::float8 / expected_seconds as times from run
      where status = 'DONE' and expected_seconds > 0 and ended_at > started_at order by ended_at desc, id desc limit $1`,
    [RUNS],
  );
  const times = [...rows.map((row) => row.times), ...USUAL].sort((a, b) => a - b);
  const middle = (times.length - 1) / 2;
  const median = ((times[Math.floor(middle)] as number) + (times[Math.ceil(middle)] as number)) / 2;
  return Math.min(MOST, Math.max(LEAST, median));
}

import type pg from 'pg';

/** Forecasts whose outcome is known, and those whose interval held it. */
export async function countForecasts(pool: pg.Pool): Promise<{ ended: number; held: number }> {
  const { rows } = await pool.query<{ ended: number; held: number }>(
    `select count(*)::int as ended, (count(*) filter (where reached between low and high))::int as held
     from forecast where reached is not null`,
  );
  return rows[0]!;
}

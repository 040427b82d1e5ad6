import { settleForecasts } from '@kshot/store';
import type { Context } from '../context.js';
import type { TrackRecord } from './track-record.type.js';

const NEWEST = 100;

/** What has ended is written down first, so that the record is never behind what other pages show. */
export async function trackRecord({ store: { pool, prisma } }: Context): Promise<TrackRecord> {
  await settleForecasts(pool);
  const { rows } = await pool.query<{ ended: number; held: number }>(
    `select count(*)::int as ended, (count(*) filter (where reached between low and high))::int as held
     from forecast where reached is not null`,
  );
  const forecasts = await prisma.forecast.findMany({ orderBy: { createdAt: 'desc' }, take: NEWEST });
  return { ...rows[0]!, forecasts };
}

import { countForecasts, findRows, settleForecasts } from '@kshot/store';
import type { Context } from '../context.js';
import type { TrackRecord } from './track-record.type.js';

const NEWEST = 100;

/** What has ended is written down first, so that the record is never behind what other pages show. */
export async function trackRecord({ store }: Context): Promise<TrackRecord> {
  await settleForecasts(store.pool);
  const newest = { by: 'createdAt', direction: 'desc', take: NEWEST } as const;
  const [counts, forecasts] = await Promise.all([
    countForecasts(store),
    findRows(store, 'forecast', {}, newest),
  ]);
  return { ...counts, forecasts };
}

import type { Store } from '../open-store.js';
import { projectsSeen } from '../projects/reach.js';

/** Forecasts whose outcome is known, and those whose interval held it. */
export async function countForecasts(store: Store): Promise<{ ended: number; held: number }> {
  const { rows } = await store.pool.query<{ ended: number; held: number }>(
    `select count(*)::int as ended, (count(*) filter (where reached between low and high))::int as held
     from forecast where reached is not null and ($1::uuid[] is null
       or exists (select from recommendation r where r.id = recommendation_id and r.project_id = any($1)))`,
    [projectsSeen(store)],
  );
  return rows[0]!;
}

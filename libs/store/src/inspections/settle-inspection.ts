import type { ImportPlan } from '@kshot/domain';
import type pg from 'pg';

/** Stores how an upload was understood. */
export const settleInspection = (client: pg.PoolClient, id: string, plan: ImportPlan) =>
  client.query('update inspection set plan = $2 where id = $1', [id, JSON.stringify(plan)]);

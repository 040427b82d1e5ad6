import type pg from 'pg';
import type { Transaction } from '../in-transaction.js';

/** The class of a kept input as somebody said; null takes it back. */
export interface InputReview {
  readonly id: string;
  readonly label: string | null;
}

/** Writes reviews down. A class that changes is neither taught nor in a data set yet. */
export async function reviewInputs(
  client: pg.Pool | Transaction,
  modelId: string,
  reviews: readonly InputReview[],
): Promise<void> {
  await client.query(
    `update kept_input k set label = r.label,
       taught_at = case when k.label is not distinct from r.label then k.taught_at end,
       added_at = case when k.label is not distinct from r.label then k.added_at end
     from jsonb_to_recordset($2) as r (id uuid, label text) where k.id = r.id and k.model_id = $1`,
    [modelId, JSON.stringify(reviews)],
  );
}

/** Deletes kept inputs of a model. */
export async function discardInputs(pool: pg.Pool, modelId: string, ids: readonly string[]): Promise<void> {
  await pool.query('delete from kept_input where model_id = $1 and id = any($2)', [modelId, ids]);
}

/** Notes that inputs were added to a data set. */
export async function noteAdded(pool: pg.Pool, ids: readonly string[]): Promise<void> {
  await pool.query('update kept_input set added_at = now() where id = any($1)', [ids]);
}

/** Notes that a model was taught inputs. */
export async function noteTaught(pool: pg.Pool, ids: readonly string[]): Promise<void> {
  await pool.query('update kept_input set taught_at = now() where id = any($1)', [ids]);
}

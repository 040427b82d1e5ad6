import { keptInputBounds } from '@kshot/domain';
import { v7 } from 'uuid';
import type { Transaction } from '../in-transaction.js';

/** An input that a model was asked about, whose content is a blob. */
export interface NewKeptInput {
  readonly contentHash: string;
  readonly bytes: number;
  readonly class: string;
  readonly confidence: number;
  readonly noneOfThese: boolean;
  readonly priority: number;
  /** When it was asked, in milliseconds. */
  readonly at: number;
}

/**
 * Keeps inputs of a model that keeps some, and lets those of the lowest priority go that are too many and were not reviewed. Of
 * the same content the last answer is kept. Gives the priority that others must exceed to stay, null where all may. Nothing is kept
 * where the model is gone or keeps none.
 */
export async function addInputs(
  client: Transaction,
  modelId: string,
  inputs: readonly NewKeptInput[],
): Promise<number | null> {
  // One writer after another for each model; whoever switches it off waits, and then finds all there is.
  const { rowCount } = await client.query(
    'select from model where id = $1 and keeps_inputs and not shipped for no key update',
    [modelId],
  );
  if (rowCount === 0) return null;
  await client.query(
    `insert into kept_input (id, model_id, created_at, content_hash, bytes, class, confidence, none_of_these, priority)
     select distinct on (n."contentHash") n.id, $1, to_timestamp(n.at / 1000), n."contentHash", n.bytes, n.class, n.confidence,
       n."noneOfThese", n.priority
     from jsonb_to_recordset($2) as n (id uuid, at float8, "contentHash" text, bytes int, class text, confidence float8,
       "noneOfThese" boolean, priority float8)
     order by n."contentHash", n.at desc
     on conflict (model_id, content_hash) do update set created_at = excluded.created_at, class = excluded.class,
       confidence = excluded.confidence, none_of_these = excluded.none_of_these,
       priority = greatest(kept_input.priority, excluded.priority)
     where kept_input.label is null`,
    [modelId, JSON.stringify(inputs.map((input) => ({ ...input, id: v7() })))],
  );
  const { count, bytes } = keptInputBounds;
  await client.query(
    `delete from kept_input using (
       select id, row_number() over ranked as place, sum(bytes) over ranked as bytes from kept_input
       where model_id = $1 and label is null window ranked as (order by priority desc, id)) as r
     where kept_input.id = r.id and (r.place > $2 or r.bytes > $3)`,
    [modelId, count, bytes],
  );
  const { rows } = await client.query<{ lowest: number }>(
    `select priority as lowest from kept_input where model_id = $1 and label is null
     order by priority desc, id offset $2 limit 1`,
    [modelId, count - 1],
  );
  return rows[0]?.lowest ?? null;
}

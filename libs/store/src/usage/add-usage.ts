import type pg from 'pg';
import type { Transaction } from '../in-transaction.js';

/** What a model was asked within an hour. */
export interface UsageCounts {
  readonly calls: number;
  readonly examples: number;
  /** Calls that were not answered. */
  readonly errors: number;
  readonly noneOfThese: number;
  /** Answers by the position of the likeliest class, also where it was none of these. */
  readonly classes: readonly number[];
  /** Calls by the bucket of their latency. */
  readonly latencies: readonly number[];
  /** Answers by how strong they were, in bins that held-out examples fill alike; empty where none are known, and of files. */
  readonly strengths: readonly number[];
}

type Added = UsageCounts & { readonly modelId: string; readonly hour: Date };

const summed = (column: string): string =>
  `array(select coalesce(a, 0) + coalesce(b, 0) from unnest(model_usage.${column}, excluded.${column})
     with ordinality as pair (a, b, place) order by place)`;

/** Adds counts to the hours of models, in one statement; of models that are gone nothing is kept. */
export async function addUsage(client: pg.Pool | Transaction, added: readonly Added[]): Promise<void> {
  // In one order for all writers, so that none waits for another in a circle.
  const rows = added
    .map(({ modelId, noneOfThese, ...one }) => ({ ...one, model_id: modelId, none_of_these: noneOfThese }))
    .sort((a, b) => (a.model_id < b.model_id ? -1 : 1));
  await client.query(
    `insert into model_usage (model_id, hour, calls, examples, errors, none_of_these, classes, latencies, strengths)
     select model.id, date_trunc('hour', u.hour), u.calls, u.examples, u.errors, u.none_of_these, u.classes, u.latencies, u.strengths
     from jsonb_to_recordset($1) as u (model_id uuid, hour timestamptz, calls bigint, examples bigint, errors bigint,
       none_of_these bigint, classes bigint[], latencies bigint[], strengths bigint[])
     join model on model.id = u.model_id
     order by model.id, u.hour for key share of model
     on conflict (model_id, hour) do update set calls = model_usage.calls + excluded.calls,
       examples = model_usage.examples + excluded.examples, errors = model_usage.errors + excluded.errors,
       none_of_these = model_usage.none_of_these + excluded.none_of_these,
       classes = ${summed('classes')}, latencies = ${summed('latencies')},
       strengths = ${summed('strengths')}`,
    [JSON.stringify(rows)],
  );
}

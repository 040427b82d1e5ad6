import type { PredictionSummary } from '@kshot/domain';
import type pg from 'pg';
import { addInputs, type NewKeptInput } from '../kept-inputs/add-inputs.js';
import { addUsage } from '../usage/add-usage.js';

/** What predicting a file gave: its rows, an index of them, and what they come to. */
export interface PredictedFile {
  readonly resultHash: string;
  readonly indexHash: string;
  readonly summary: PredictionSummary;
  /** A sample of its rows, where the model keeps some. */
  readonly inputs: readonly NewKeptInput[];
}

/** Stores what a prediction gave, counts it as usage of its model, and keeps a sample of its rows there. */
export async function settlePrediction(
  client: pg.PoolClient,
  id: string,
  { resultHash, indexHash, summary, inputs }: PredictedFile,
): Promise<void> {
  const { rows } = await client.query<{ modelId: string | null }>(
    `update prediction set result_hash = $2, index_hash = $3, summary = $4 where id = $1 returning model_id as "modelId"`,
    [id, resultHash, indexHash, JSON.stringify(summary)],
  );
  const modelId = rows[0]?.modelId;
  if (!modelId) return;
  const { rows: all, unread, counts: classes, noneOfThese } = summary;
  const counts = { calls: 1, examples: all - unread, errors: 0, noneOfThese: noneOfThese ?? 0 };
  await addUsage(client, [{ modelId, hour: new Date(), ...counts, classes, latencies: [], strengths: [] }]);
  if (inputs.length > 0) await addInputs(client, modelId, inputs);
}

import type { PredictionSummary } from '@kshot/domain';
import type pg from 'pg';
import { addUsage } from '../usage/add-usage.js';

/** What predicting a file gave: its rows, an index of them, and what they come to. */
export interface PredictedFile {
  readonly resultHash: string;
  readonly indexHash: string;
  readonly summary: PredictionSummary;
}

/** Stores what a prediction gave, and counts it as usage of its model. */
export async function settlePrediction(
  client: pg.PoolClient,
  id: string,
  { resultHash, indexHash, summary }: PredictedFile,
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
}

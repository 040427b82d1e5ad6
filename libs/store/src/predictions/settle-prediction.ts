import type { PredictionSummary } from '@kshot/domain';
import type pg from 'pg';

/** What predicting a file gave: its rows, an index of them, and what they come to. */
export interface PredictedFile {
  readonly resultHash: string;
  readonly indexHash: string;
  readonly summary: PredictionSummary;
}

export const settlePrediction = (
  client: pg.PoolClient,
  id: string,
  { resultHash, indexHash, summary }: PredictedFile,
) =>
  client.query('update prediction set result_hash = $2, index_hash = $3, summary = $4 where id = $1', [
    id,
    resultHash,
    indexHash,
    JSON.stringify(summary),
  ]);

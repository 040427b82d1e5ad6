import type { EpisodeReport, TestReport } from '@kshot/domain';
import type pg from 'pg';
import { insertModel, type NewModel } from '../models/insert-model.js';

export interface TrainedRun {
  readonly report: TestReport | null;
  readonly episodeReport: EpisodeReport | null;
  /** The blob of the map of its test. */
  readonly mapHash: string | null;
  readonly model: NewModel;
}

/** Stores what a run gave; its checkpoints are of no use any more. */
export async function settleRun(
  client: pg.PoolClient,
  runId: string,
  { report, episodeReport, mapHash, model }: TrainedRun,
): Promise<void> {
  const { rows } = await client.query<{ personId: string | null }>(
    `update run set report = $2, episode_report = $3, map_hash = $4 where id = $1 returning person_id as "personId"`,
    [runId, report && JSON.stringify(report), episodeReport && JSON.stringify(episodeReport), mapHash],
  );
  await insertModel(client, { ...model, runId, personId: rows[0]?.personId ?? null });
  await client.query('delete from checkpoint where run_id = $1', [runId]);
}

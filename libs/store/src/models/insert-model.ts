import {
  type Calibration,
  type EpisodeReport,
  finiteValues,
  type Technique,
  type TestReport,
} from '@kshot/domain';
import type pg from 'pg';
import { v7 } from 'uuid';

/** A trained model, already stored as a blob. */
export interface NewModel {
  readonly name: string;
  readonly technique: Technique;
  readonly hash: string;
  readonly bytes: number;
  readonly parameterCount: number;
  readonly modality: string;
  readonly manifest: unknown;
  readonly summary: Readonly<Record<string, number>>;
  readonly report: TestReport | null;
  readonly episodeReport: EpisodeReport | null;
  readonly versionId: string | null;
  readonly parentId: string | null;
  readonly calibration?: Calibration | null;
  /** The blob of the examples that it was built from. */
  readonly supportHash?: string | null;
  /** The blob of the examples that its head was fitted on, to teach it more. */
  readonly lessonHash?: string | null;
  readonly licence?: string | null;
  readonly source?: string | null;
}

/** Registers a model; gives its id. */
export async function insertModel(
  client: pg.Pool | pg.PoolClient,
  model: NewModel & { readonly runId: string | null },
): Promise<string> {
  const id = v7();
  const row = {
    id,
    name: model.name,
    technique: model.technique,
    hash: model.hash,
    bytes: model.bytes,
    parameter_count: model.parameterCount,
    modality: model.modality,
    manifest: JSON.stringify(model.manifest),
    summary: JSON.stringify(finiteValues(model.summary)),
    report: model.report && JSON.stringify(model.report),
    episode_report: model.episodeReport && JSON.stringify(model.episodeReport),
    accuracy: model.report?.accuracy ?? model.episodeReport?.accuracy ?? null,
    calibration: model.calibration ? JSON.stringify(model.calibration) : null,
    support_hash: model.supportHash ?? null,
    lesson_hash: model.lessonHash ?? null,
    run_id: model.runId,
    version_id: model.versionId,
    parent_id: model.parentId,
    licence: model.licence ?? null,
    source: model.source ?? null,
  };
  const names = Object.keys(row);
  await client.query(
    `insert into model (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
  return id;
}

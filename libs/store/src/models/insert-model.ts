import {
  type Calibration,
  type Decision,
  type EpisodeReport,
  finiteValues,
  type Modality,
  type ModelManifest,
  type Technique,
  type TestReport,
} from '@kshot/domain';
import type pg from 'pg';
import type { Transaction } from '../in-transaction.js';
import { insertRow } from '../rows/write-rows.js';

/** A trained model, already stored as a blob. */
export interface NewModel {
  readonly name: string;
  readonly technique: Technique;
  readonly hash: string;
  readonly bytes: number;
  readonly parameterCount: number;
  readonly modality: Modality;
  readonly manifest: ModelManifest;
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
  readonly answered?: number | null;
  readonly decision?: Decision | null;
  readonly licence?: string | null;
  readonly source?: string | null;
  /** That of what it was made of where it is left out. */
  readonly projectId?: string;
  readonly personId?: string | null;
}

/** Registers a model; gives its id. */
export const insertModel = (
  client: pg.Pool | Transaction,
  { bytes, summary, ...model }: NewModel & { readonly runId: string | null },
): Promise<string> =>
  insertRow(client, 'model', {
    ...model,
    bytes: BigInt(bytes),
    summary: finiteValues(summary),
    accuracy: model.report?.accuracy ?? model.episodeReport?.accuracy ?? null,
  });

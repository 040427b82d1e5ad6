import type {
  Environment,
  EpisodeReport,
  Failure,
  ImportRequest,
  MetaRunSettings,
  ModelManifest,
  RunProgress,
  TestReport,
} from '@kshot/domain';
import type { PretrainSettings, TransferSettings } from '@kshot/fewshot';
import type { Imported, MetricColumns, Stored } from '@kshot/store';

interface Training {
  readonly kind: 'train';
  readonly blobDir: string;
  readonly packHash: string;
  readonly split: string;
  readonly checkpoint: string | null;
  /** The model that the run starts from. */
  readonly parentHash: string | null;
}
export type PretrainTask = Training & { readonly technique: 'PRETRAIN'; readonly settings: PretrainSettings };
export type MetaTask = Training & { readonly technique: 'META'; readonly settings: MetaRunSettings };
export type TransferTask = Training & { readonly technique: 'TRANSFER'; readonly settings: TransferSettings };
export type TrainTask = PretrainTask | MetaTask | TransferTask;

/** What a worker asks its child process to do. One process does one task. */
export type Task =
  | {
      readonly kind: 'import';
      readonly blobDir: string;
      readonly uploadHash: string;
      readonly request: ImportRequest;
    }
  | TrainTask;

export type ToChild = { readonly kind: 'task'; readonly task: Task } | { readonly kind: 'stop' };

export interface TrainedModel {
  readonly stored: Stored;
  readonly manifest: ModelManifest;
  readonly parameterCount: number;
}

export interface Reports {
  readonly report: TestReport | null;
  readonly episodeReport: EpisodeReport | null;
}

/** What the child says. Its last word is one of imported, trained, stopped and failed. */
export type FromChild =
  | { readonly kind: 'started'; readonly environment: Environment }
  | { readonly kind: 'imported'; readonly imported: Imported }
  | { readonly kind: 'importing'; readonly share: number }
  | { readonly kind: 'progress'; readonly progress: RunProgress; readonly metrics: MetricColumns }
  | { readonly kind: 'checkpoint'; readonly step: number; readonly hash: string }
  | { readonly kind: 'trained'; readonly model: TrainedModel; readonly reports: Reports }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: Failure };

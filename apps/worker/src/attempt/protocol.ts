import type {
  Environment,
  Failure,
  ImportRequest,
  ModelManifest,
  RunProgress,
  TestReport,
} from '@kshot/domain';
import type { PretrainSettings } from '@kshot/fewshot';
import type { Imported, MetricColumns, Stored } from '@kshot/store';

/** What a worker asks its child process to do. One process does one task. */
export type Task =
  | {
      readonly kind: 'import';
      readonly blobDir: string;
      readonly uploadHash: string;
      readonly request: ImportRequest;
    }
  | {
      readonly kind: 'pretrain';
      readonly blobDir: string;
      readonly packHash: string;
      readonly split: string;
      readonly settings: PretrainSettings;
      readonly checkpoint: string | null;
    };

export type ToChild = { readonly kind: 'task'; readonly task: Task } | { readonly kind: 'stop' };

export interface TrainedModel {
  readonly stored: Stored;
  readonly manifest: ModelManifest;
  readonly parameterCount: number;
}

/** What the child says. Its last word is one of imported, trained, stopped and failed. */
export type FromChild =
  | { readonly kind: 'started'; readonly environment: Environment }
  | { readonly kind: 'imported'; readonly imported: Imported }
  | { readonly kind: 'importing'; readonly share: number }
  | { readonly kind: 'progress'; readonly progress: RunProgress; readonly metrics: MetricColumns }
  | { readonly kind: 'checkpoint'; readonly step: number; readonly hash: string }
  | { readonly kind: 'trained'; readonly model: TrainedModel; readonly report: TestReport | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: Failure };

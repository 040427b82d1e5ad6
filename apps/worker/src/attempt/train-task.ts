import type { MetaRunSettings } from '@kshot/domain';
import type { PretrainSettings, TransferSettings } from '@kshot/fewshot';

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

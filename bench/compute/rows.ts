import type { threadsFor } from '@kshot/native';

export interface ComputeRow {
  readonly work: string;
  readonly unit: string;
  /** Which decides how two threads are split. */
  readonly kind: Parameters<typeof threadsFor>[0];
  /** Ours over theirs in time, at most; of rows with a peer. */
  readonly target?: number;
}

/** The rows of the table. Those of inference count examples in a second and have no peer. */
export const rows: readonly ComputeRow[] = [
  { work: 'protonet-5w5s15q', unit: 'ms/step', kind: 'convolutions', target: 0.6 },
  { work: 'protonet-60w1s5q', unit: 'ms/step', kind: 'convolutions', target: 0.6 },
  { work: 'maml-1', unit: 'ms/step', kind: 'meta-batch', target: 0.8 },
  { work: 'maml-5', unit: 'ms/step', kind: 'meta-batch', target: 0.8 },
  { work: 'mlp-epoch', unit: 'ms/epoch', kind: 'small', target: 0.5 },
  { work: 'finetune-last-block', unit: 'ms/step', kind: 'convolutions', target: 0.7 },
  { work: 'tune-encoder', unit: 'ms/step', kind: 'convolutions', target: 0.7 },
  { work: 'efficientnet-lite2', unit: 'images/s', kind: 'inference' },
  { work: 'minilm-1000', unit: 'texts/s', kind: 'inference' },
  { work: 'mobilenet-1000', unit: 'images/s', kind: 'inference' },
  { work: 'use-lite-1000', unit: 'texts/s', kind: 'inference' },
];

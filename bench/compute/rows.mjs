/** The rows of the table: what runs, in which unit, and which two counts two threads are split into. */
export const rows = [
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

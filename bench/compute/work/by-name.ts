import { finetune } from './finetune.js';
import { maml } from './maml.js';
import { mlp } from './mlp.js';
import { protonet } from './protonet.js';
import type { TrainingWork } from './training-work.js';
import { tuning } from './tuning.js';

/** Training programs by the name of their row. */
export const trainings: Readonly<Record<string, () => TrainingWork>> = {
  'protonet-5w5s15q': () => protonet({ ways: 5, shots: 5, queries: 15 }),
  'protonet-60w1s5q': () => protonet({ ways: 60, shots: 1, queries: 5 }),
  'maml-1': () => maml({ inner: 1 }),
  'maml-5': () => maml({ inner: 5 }),
  'mlp-epoch': mlp,
  'finetune-last-block': finetune,
  'tune-encoder': tuning,
};

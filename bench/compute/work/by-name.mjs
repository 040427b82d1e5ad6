import { finetune } from './finetune.mjs';
import { maml } from './maml.mjs';
import { mlp } from './mlp.mjs';
import { protonet } from './protonet.mjs';
import { tuning } from './tuning.mjs';

/** Training programs by the name of their row. */
export const trainings = {
  'protonet-5w5s15q': () => protonet({ ways: 5, shots: 5, queries: 15 }),
  'protonet-60w1s5q': () => protonet({ ways: 60, shots: 1, queries: 5 }),
  'maml-1': () => maml({ inner: 1 }),
  'maml-5': () => maml({ inner: 5 }),
  'mlp-epoch': mlp,
  'finetune-last-block': finetune,
  'tune-encoder': tuning,
};

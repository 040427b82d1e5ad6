import { logSumExp, sub, type Tensor } from '@tensorflow/tfjs-core';

/** x − log Σ eˣ along the last axis. tfjs-core's own brings a gradient of its own whose second derivative is wrong. */
export function logSoftmax<T extends Tensor>(logits: T): T {
  return sub(logits, logSumExp(logits, -1, true));
}

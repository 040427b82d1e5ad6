import type { DataType, Tensor } from '@tensorflow/tfjs-core';
import { nativeBackend } from '../binding.js';
import { dtypeNumber } from '../graph/dtype.js';

/** Ids of tensors without numbers count down from here: −1 is tfjs-node's "not yet", and it deletes no negative id. */
let last = -1;

export function standInId(): number {
  return --last;
}

/** A tensor that has a shape and a type but no numbers and no memory: enough to record with. */
export function standIn(shape: readonly number[], dtype: DataType): Tensor {
  return nativeBackend().createOutputTensor({
    id: standInId(),
    shape: [...shape],
    dtype: dtypeNumber(dtype),
  });
}

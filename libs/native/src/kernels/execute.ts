import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type { OpAttr } from '../binding.js';

interface Executor {
  executeMultipleOutputs(
    op: string,
    attrs: readonly OpAttr[],
    inputs: readonly TensorInfo[],
    count: number,
  ): Tensor[];
}

/** TF_AttrType of the C API. */
const KIND = { string: 0, int: 1, float: 2, bool: 3, type: 4 } as const;

export const attr = (name: string, kind: keyof typeof KIND, value: unknown): OpAttr => ({
  name,
  type: KIND[kind],
  value,
});

/** Runs one TensorFlow op on the native backend. */
export function execute(
  backend: object,
  op: string,
  attrs: OpAttr[],
  inputs: (TensorInfo | undefined)[],
  count: number,
): Tensor[] {
  return (backend as Executor).executeMultipleOutputs(op, attrs, inputs as TensorInfo[], count);
}

import type { Tensor } from '@tensorflow/tfjs-core';

const declared = new WeakSet<object>();

/**
 * Declares that a tensor made inside a recorded function, or outside of it, is a constant: its present values
 * become part of the graph for good. Without it a recording refuses such a tensor, because a dropout mask, a crop
 * or an index list drawn in JavaScript would freeze in the same way, silently. Eagerly it changes nothing.
 */
export function constant<T extends Tensor>(tensor: T): T {
  declared.add(tensor.dataId);
  return tensor;
}

/** Whether the numbers behind a tensor were declared to be a constant. */
export function isConstant(tensor: Pick<Tensor, 'dataId'>): boolean {
  return declared.has(tensor.dataId);
}

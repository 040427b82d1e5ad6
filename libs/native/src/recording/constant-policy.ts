import { isConstant } from '@kshot/fewshot';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { isUniform } from '../graph/constant-node.js';
import { refusal } from './refusal.js';

/** Where in the recording a tensor was made out of JavaScript numbers. */
export interface Made {
  readonly where: Error;
  /** By a kernel on its way to its op: axes, shapes, paddings. */
  readonly byKernel: boolean;
}

/**
 * Lets pass what may become part of the graph for good, and refuses the rest. Declared constants pass. So do single
 * and uniform values made while recording (the 2 in mul(x, 2), the ones that a gradient starts from), which the second
 * recording compares; and the integers that kernels make of axes and shapes. An array of various numbers is data.
 */
export function checkConstant(tensor: TensorInfo, values: ArrayLike<number>, made: Made | undefined): void {
  if (isConstant(tensor as Parameters<typeof isConstant>[0])) return;
  if (!made) {
    const what = `a tensor [${tensor.shape}] from outside of the recorded function`;
    throw refusal(what, 'pass it as a parameter, state, data or feed, or declare it with constant()');
  }
  if (made.byKernel && tensor.dtype === 'int32') return;
  if (tensor.dtype === 'string') throw refusal('a tensor of strings', 'strings are not recorded', made.where);
  if (values.length <= 1 || isUniform(values)) return;
  const what = `an array of ${values.length} numbers [${tensor.shape}] made while recording would freeze into the graph`;
  throw refusal(what, 'feed it for each step, or declare it with constant()', made.where);
}

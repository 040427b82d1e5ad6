import { broadcast_util, reshape, sum, type Tensor } from '@tensorflow/tfjs-core';

/** Sums away the axes along which an operand of this shape was broadcast. */
export function unbroadcast(gradient: Tensor, shape: number[]): Tensor {
  const axes = broadcast_util.getReductionAxes(shape, gradient.shape);
  const summed = axes.length > 0 ? sum(gradient, axes) : gradient;
  return summed.shape.join() === shape.join() ? summed : reshape(summed, shape);
}

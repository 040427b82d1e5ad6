import * as tf from '@tensorflow/tfjs-core';
import type { Tensors } from '../../engine/program.js';
import { detach } from '../../gradients/detach.js';

/** How weights are adapted to a support set. */
export interface InnerSteps {
  /** The arrays that move. */
  readonly names: readonly string[];
  readonly steps: number;
  /** Size of a step for an array: one number, or a tensor that broadcasts to its shape. */
  rate(name: string): tf.Tensor | number;
  /** Whether the steps themselves are differentiated; otherwise gradients count as constants (first order). */
  readonly secondOrder: boolean;
}

/** Gradient descent from `start`: w ← w − rate · ∇loss(w), `steps` times (Finn 2017, eq. 1). Other arrays stay. */
export function innerSteps(
  loss: (weights: Tensors) => tf.Scalar,
  start: Tensors,
  { names, steps, rate, secondOrder }: InnerSteps,
): Tensors {
  let weights = start;
  for (let step = 0; step < steps; step++) {
    const before = weights;
    const named = (list: readonly tf.Tensor[]): Tensors => ({
      ...before,
      ...Object.fromEntries(names.map((name, i) => [name, list[i] as tf.Tensor])),
    });
    const values = names.map((name) => before[name] as tf.Tensor);
    const gradients = tf.grads((...list: tf.Tensor[]) => loss(named(list)))(values);
    weights = named(
      values.map((value, i) => {
        const gradient = gradients[i] as tf.Tensor;
        return tf.sub(value, tf.mul(secondOrder ? gradient : detach(gradient), rate(names[i] as string)));
      }),
    );
  }
  return weights;
}

import * as tf from '@tensorflow/tfjs-core';
import type { Packed, Tensors } from '../engine/program.js';
import { detach } from '../gradients/detach.js';
import type { InitialWeights } from '../networks/initial-weights.js';
import { type LowRank, thinArrays } from './low-rank.js';

/** How fine-tuning is held back. Batch normalisation then keeps its averages and dropout is off: sets are small. */
export interface Held {
  /** Arrays that stay as they are. */
  readonly frozen: readonly string[];
  /** Of these, kernels that products are learnt beside. */
  readonly lowRank?: LowRank;
  /** L2-SP (Li 2018): (weight/2) Σ ‖w − w₀‖² over the arrays that start from a pretrained model, given by name. */
  readonly towards?: { readonly weight: number; readonly arrays: readonly string[] };
}

type Arrays = Readonly<Record<string, Packed>>;

/** What training moves, and what only the passes read: averages and frozen arrays. */
export function heldApart(start: InitialWeights, held: Held | undefined): { moving: Arrays; still: Arrays } {
  const frozen = new Set(held?.frozen ?? []);
  const entries = Object.entries(start.parameters);
  return {
    moving: {
      ...Object.fromEntries(entries.filter(([name]) => !frozen.has(name))),
      ...(held?.lowRank ? thinArrays(start.parameters, held.lowRank) : {}),
    },
    still: { ...start.state, ...Object.fromEntries(entries.filter(([name]) => frozen.has(name))) },
  };
}

const ANCHOR = 'anchor:';

/** The pretrained arrays that are held on to, as resident data beside the examples. */
export function anchorsOf(held: Held | undefined, moving: Arrays): Record<string, Packed> {
  const names = (held?.towards?.arrays ?? []).filter((name) => name in moving);
  return Object.fromEntries(names.map((name) => [`${ANCHOR}${name}`, moving[name] as Packed]));
}

/** The value of the data loss with the gradient of the loss and the L2-SP penalty. */
export function anchored(loss: tf.Scalar, weights: Tensors, data: Tensors, held: Held): tf.Scalar {
  const distances = Object.entries(data)
    .filter(([name]) => name.startsWith(ANCHOR))
    .map(([name, start]) =>
      tf.sum(tf.square(tf.sub(weights[name.slice(ANCHOR.length)] as tf.Tensor, start))),
    );
  if (!held.towards || distances.length === 0) return loss;
  const penalty = tf.mul(tf.addN(distances), held.towards.weight / 2);
  return tf.add(loss, tf.sub(penalty, detach(penalty))) as tf.Scalar;
}

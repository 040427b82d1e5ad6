import * as tf from '@tensorflow/tfjs-core';
import type { Packed, Tensors } from '../../engine/program.js';
import { crossEntropy } from '../../gradients/cross-entropy.js';
import type { MetaSettings } from '../../methods/meta.options.js';
import { forward } from '../../networks/forward.js';
import { HEAD, withHead } from '../backbone.js';
import type { EpisodeContext } from '../meta-method.js';
import { passMode } from '../pass.js';
import { innerSteps } from './inner-steps.js';

export const KERNEL = `${HEAD}/kernel`;
export const BIAS = `${HEAD}/bias`;
const RATE = 'rate/';

/**
 * A head [dim, ways] of zeros: the classes of an episode come in random order, so none may be preferred, and what is learnt
 * for one class must serve for all (Ye and Chao 2022).
 */
export function headStart(dim: number, { ways }: MetaSettings): Record<string, Packed> {
  return {
    [KERNEL]: { shape: [dim, ways], values: new Float32Array(dim * ways) },
    [BIAS]: { shape: [ways], values: new Float32Array(ways) },
  };
}

/** A learnt rate for each of the arrays: one number, or one for every weight. */
export function ratesStart(
  arrays: Readonly<Record<string, Packed>>,
  rate: number,
  each: 'ARRAY' | 'WEIGHT',
): Record<string, Packed> {
  return Object.fromEntries(
    Object.entries(arrays).map(([name, { shape, values }]) => {
      const size = each === 'ARRAY' ? 1 : values.length;
      return [
        `${RATE}${name}`,
        { shape: each === 'ARRAY' ? [1] : shape, values: new Float32Array(size).fill(rate) },
      ];
    }),
  );
}

/** The inner steps that the settings describe, with learnt rates where the weights hold them. */
function stepsOf({ settings, training }: EpisodeContext, weights: Tensors, names: readonly string[]) {
  return {
    names,
    steps: training ? settings.innerSteps : settings.testInnerSteps,
    rate: (name: string) => weights[`${RATE}${name}`] ?? settings.innerRate,
    secondOrder: training && settings.secondOrder,
  };
}

/** Arrays of the network and its head, without rates and the like. */
export const adaptable = (weights: Tensors): string[] =>
  Object.keys(weights).filter((name) => !name.startsWith(RATE));

/** Gradient steps on all weights of the network with its head; support is normalised by its own statistics, or by held averages. */
export function adaptAll(
  x: tf.Tensor,
  labels: tf.Tensor1D,
  start: Tensors,
  context: EpisodeContext,
): Tensors {
  const network = withHead(context.network, context.ways);
  const mode = passMode(context.settings, true);
  const loss = (weights: Tensors): tf.Scalar =>
    crossEntropy(forward(network, weights, context.state, x, mode).output, labels);
  return innerSteps(loss, start, stepsOf(context, start, adaptable(start)));
}

/** [n, dim] features → the weights after gradient steps on the head alone. */
export function adaptHead(
  features: tf.Tensor2D,
  labels: tf.Tensor1D,
  start: Tensors,
  context: EpisodeContext,
): Tensors {
  const loss = (weights: Tensors): tf.Scalar =>
    crossEntropy(
      tf.add(tf.matMul(features, weights[KERNEL] as tf.Tensor2D), weights[BIAS] as tf.Tensor),
      labels,
    );
  return innerSteps(loss, start, stepsOf(context, start, [KERNEL, BIAS]));
}

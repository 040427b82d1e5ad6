import * as tf from '@tensorflow/tfjs-core';
import type { Packed, Tensors } from '../engine/program.js';
import { crossEntropy } from '../gradients/cross-entropy.js';
import type { MetaSettings } from '../methods/meta.options.js';
import { forward } from '../networks/forward.js';
import { derivedSeed, randomFrom } from '../random/random.js';
import { HEAD, withHead } from './backbone.js';
import { innerSteps } from './inner-steps.js';
import type { EpisodeContext } from './meta-method.js';

export const KERNEL = `${HEAD}/kernel`;
export const BIAS = `${HEAD}/bias`;
const RATE = 'rate/';
const START = 25;

/** A small random head [dim, ways]; the classes of an episode come in random order, so none may be preferred. */
export function headStart(dim: number, { ways, seed }: MetaSettings): Record<string, Packed> {
  const random = randomFrom(derivedSeed(seed, START));
  const limit = Math.sqrt(6 / (dim + ways));
  const kernel = Float32Array.from({ length: dim * ways }, () => (2 * random.uniform() - 1) * limit);
  return {
    [KERNEL]: { shape: [dim, ways], values: kernel },
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
export function stepsOf({ settings, training }: EpisodeContext, weights: Tensors, names: readonly string[]) {
  return {
    names,
    steps: training ? settings.innerSteps : settings.testInnerSteps,
    rate: (name: string) => weights[`${RATE}${name}`] ?? settings.innerRate,
    secondOrder: training && settings.secondOrder && settings.method !== 'REPTILE',
  };
}

/** Arrays of the network and its head, without rates and the like. */
export const adaptable = (weights: Tensors): string[] =>
  Object.keys(weights).filter((name) => !name.startsWith(RATE));

/** Gradient steps on all weights of the network with its head; support is normalised by its own statistics. */
export function adaptAll(
  x: tf.Tensor,
  labels: tf.Tensor1D,
  start: Tensors,
  context: EpisodeContext,
): Tensors {
  const network = withHead(context.network, context.ways);
  const loss = (weights: Tensors): tf.Scalar =>
    crossEntropy(forward(network, weights, context.state, x, { training: true, masks: {} }).output, labels);
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

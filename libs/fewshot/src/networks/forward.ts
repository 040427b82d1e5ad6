import * as tf from '@tensorflow/tfjs-core';
import type { Tensors } from '../engine/program.js';
import { activate } from './activate.js';
import { forestShares } from './forest.js';
import { cacheLogits, nearestCosine, neighbourLogits } from './kept-examples.js';
import type { Layer, Network } from './layer.js';
import { averageOfLooks, looksAt } from './looks.js';
import { normalise } from './normalise.js';
import { joinedPoses, posesOf } from './poses.js';
import { ranksAmong } from './ranks.js';
import { attended, attentionPooled, notLater } from './transformers/attention.js';
import { byDistance } from './transformers/distances.js';
import {
  affine,
  embedded,
  gathered,
  lastToken,
  layerNorm,
  meanOfTokens,
  tokenAt,
  tokenMask,
} from './transformers/transformer.js';
import { windows } from './transformers/windows.js';

/** How a pass treats what differs between training and use. */
export type Mode =
  | { readonly training: false }
  /** Dropout masks by layer name, [batch, units], already divided by the share kept. */
  | { readonly training: true; readonly masks: Tensors };

export interface Passed {
  /** [batch, classes] for a classifier; the last layer's output. */
  readonly output: tf.Tensor;
  /** New moving averages, when training. */
  readonly state: Tensors;
}

/** What counts instead of no share at all, which has no logarithm. */
const NO_SHARE = 1e-12;

interface Pass {
  readonly input: tf.Tensor;
  readonly parameters: Tensors;
  readonly state: Tensors;
  readonly mode: Mode;
  readonly updated: Record<string, tf.Tensor>;
  readonly outputs: Map<string, tf.Tensor>;
}

/** Examples [batch, ...inputShape] through the layers, in use with the memory of one at a time. `parameters` and `state` are named `layer/array`. */
export function forward(
  network: Network,
  parameters: Tensors,
  state: Tensors,
  x: tf.Tensor,
  mode: Mode,
): Passed {
  let h = x.dtype === 'float32' ? x : tf.cast(x, 'float32');
  const pass: Pass = { input: h, parameters, state, mode, updated: {}, outputs: new Map() };
  for (const layer of network.layers) h = runLayer(layer, h, pass);
  return { output: h, state: pass.updated };
}

/** Like `forward` in use, but each layer runs when it is asked for and yields its output. */
export function* forwardByLayers(
  network: Network,
  arrays: Tensors,
  x: tf.Tensor,
): Generator<tf.Tensor, void, void> {
  const mode = { training: false } as const;
  const pass: Pass = { input: x, parameters: arrays, state: arrays, mode, updated: {}, outputs: new Map() };
  let h = x;
  for (const layer of network.layers) {
    h = runLayer(layer, h, pass);
    yield h;
  }
}

function runLayer(layer: Layer, before: tf.Tensor, pass: Pass): tf.Tensor {
  const x = layer.from ? (pass.outputs.get(layer.from) as tf.Tensor) : before;
  const h = pass.mode.training ? run(layer, x, pass) : tf.tidy(() => run(layer, x, pass));
  pass.outputs.set(layer.name, h);
  return h;
}

function run(layer: Layer, x: tf.Tensor, pass: Pass): tf.Tensor {
  const weight = (name: string): tf.Tensor => pass.parameters[`${layer.name}/${name}`] as tf.Tensor;
  const earlier = (name: string) => pass.outputs.get(name) as tf.Tensor;
  const kept = (name: string): tf.Tensor => pass.state[`${layer.name}/${name}`] as tf.Tensor;
  switch (layer.kind) {
    case 'rescale':
      return layer.offset ? tf.add(tf.mul(x, layer.factor), layer.offset) : tf.mul(x, layer.factor);
    case 'flatten':
      return tf.reshape(x, [x.shape[0] as number, -1]);
    case 'dense':
      return activate(layer.activation, affine(x, weight('kernel'), weight('bias')));
    case 'embedding':
      return embedded(x, weight('words'), weight('positions'), layer.filled);
    case 'layerNorm':
      return layerNorm(x, weight('gamma'), weight('beta'), layer.epsilon);
    case 'attention': {
      const mask = layer.padding === undefined ? undefined : tokenMask(pass.input, layer.padding);
      const length = x.shape[1] as number;
      const near = layer.causal
        ? notLater(length)
        : layer.distances && byDistance(weight('distances'), length);
      return attended(affine(x, weight('kernel'), weight('bias')), mask, layer.heads, near || undefined);
    }
    case 'attentionPool': {
      const arrays = { query: weight('query'), kernel: weight('kernel'), bias: weight('bias') };
      return attentionPooled(x, arrays, layer.heads);
    }
    case 'layerScale':
      return tf.mul(x, weight('gamma'));
    case 'gather':
      return gathered(x, layer.bare ? undefined : weight('first'), weight('positions'));
    case 'lastToken':
      return lastToken(x, layer.padding === undefined ? undefined : tokenMask(pass.input, layer.padding));
    case 'firstToken':
      return tokenAt(x, 0);
    case 'meanTokens':
      return meanOfTokens(x, tokenMask(pass.input, layer.padding), layer.root);
    case 'window':
      return windows(x, tokenMask(pass.input, layer.padding), layer);
    case 'dropout':
      return pass.mode.training ? tf.mul(x, pass.mode.masks[layer.name] as tf.Tensor) : x;
    case 'conv2d':
    case 'depthwiseConv2d': {
      const convolve = layer.kind === 'conv2d' ? tf.conv2d : tf.depthwiseConv2d;
      const scores = convolve(
        x as tf.Tensor4D,
        weight('kernel') as tf.Tensor4D,
        layer.strides ?? 1,
        layer.padding,
      );
      return activate(layer.activation, layer.bias ? tf.add(scores, weight('bias')) : scores);
    }
    case 'activation':
      return activate(layer.activation, x);
    case 'leakyRelu':
      return tf.leakyRelu(x, layer.slope);
    case 'maxPool':
      return tf.maxPool(x as tf.Tensor4D, layer.size, layer.strides, layer.padding ?? 'valid');
    case 'avgPool':
      return tf.avgPool(x as tf.Tensor4D, layer.size, layer.strides, layer.padding ?? 'valid');
    case 'globalAvgPool':
      return tf.mean(x, [1, 2]);
    case 'zeroPad':
      return tf.pad(x, [[0, 0], [...layer.vertical], [...layer.horizontal], [0, 0]]);
    case 'add':
      return tf.add(x, earlier(layer.with));
    case 'l2Normalize':
      return tf.div(x, tf.sqrt(tf.add(tf.sum(tf.square(x), -1, true), 1e-12)));
    case 'looks':
      return looksAt(x as tf.Tensor4D);
    case 'averageLooks':
      return averageOfLooks(x as tf.Tensor2D);
    case 'poses':
      return posesOf(x as tf.Tensor4D);
    case 'joinPoses':
      return joinedPoses(x as tf.Tensor2D);
    case 'neighbours': {
      const [features, labels] = [kept('features'), kept('labels')] as tf.Tensor2D[];
      const examples = { features: features!, labels: labels!, mean: kept('mean') as tf.Tensor1D };
      return neighbourLogits(x as tf.Tensor2D, examples, layer.neighbours);
    }
    case 'cache': {
      const [means, keys, values] = [kept('means'), kept('keys'), kept('values')] as tf.Tensor2D[];
      return cacheLogits(x as tf.Tensor2D, { means: means!, keys: keys!, values: values! }, layer);
    }
    case 'nearness':
      return tf.add(earlier(layer.with), nearestCosine(x, kept('mean'), kept('means'), layer.weight));
    case 'standardise':
      return tf.mul(tf.sub(x, kept('mean')), kept('scale'));
    case 'signedRoot':
      return tf.mul(tf.sign(x), tf.sqrt(tf.abs(x)));
    case 'squares':
      return tf.square(x);
    case 'project':
      return tf.matMul(x as tf.Tensor2D, kept('matrix') as tf.Tensor2D);
    case 'ranks':
      return ranksAmong(x as tf.Tensor2D, kept('sorted') as tf.Tensor2D);
    case 'concat':
      return tf.concat([earlier(layer.with), x], -1);
    case 'forest': {
      const [splits, shares] = [kept('splits'), kept('shares')] as tf.Tensor2D[];
      const arrays = { roots: kept('roots') as tf.Tensor1D, splits: splits!, shares: shares! };
      return forestShares(x as tf.Tensor2D, arrays, layer.depth);
    }
    case 'mean':
      return tf.div(tf.addN(layer.of.map(earlier)), layer.of.length);
    case 'log':
      return tf.mul(tf.log(tf.add(x, NO_SHARE)), layer.scale);
    case 'batchNorm':
      return normalise(layer, x, weight('gamma'), weight('beta'), pass);
  }
}

import * as tf from '@tensorflow/tfjs-core';
import type { Packed, Tensors } from '../../engine/program.js';
import { glorot } from '../../networks/initial-weights.js';
import { derivedSeed, type Random, randomFrom } from '../../random/random.js';
import type { MetricMethod } from '../meta-method.js';
import { classMeans, episodeMeans } from './class-means.js';

/** Units of the hidden layer of the relation module. */
const HIDDEN = 64;
const WEIGHTS = 22;
const CLASS = 'metric/class/kernel';
const QUERY = 'metric/query/kernel';
const BIAS = 'metric/relation/bias';
const SCORE = 'metric/score/kernel';

/**
 * Relation networks (Sung 2018): how much a query z belongs to a class is learnt, a two-layer perceptron over the two feature
 * vectors side by side, v·relu(A c_k + B z + b), c_k the mean of the class's support. The scores are logits here, trained
 * by cross-entropy as all methods are, where the paper regresses them to 0 and 1. With its classes fixed it is two dense
 * layers, which is what a sub-model gets.
 */
export const relation: MetricMethod<'RELATION'> = {
  name: 'RELATION',
  title: 'Relation network',
  description: 'A learnt comparison of a query with each class (Sung 2018).',
  whenToUse: 'Many classes to learn from, and no distance that suits them.',
  paper: 'Sung 2018, arXiv:1711.06025',
  kind: 'METRIC',
  options: [],
  parameters(dim, { seed }): Record<string, Packed> {
    const random = randomFrom(derivedSeed(seed, WEIGHTS));
    return {
      [CLASS]: drawn([dim, HIDDEN], 2 * dim, random),
      [QUERY]: drawn([dim, HIDDEN], 2 * dim, random),
      [BIAS]: { shape: [HIDDEN], values: new Float32Array(HIDDEN) },
      [SCORE]: drawn([HIDDEN, 1], HIDDEN, random),
    };
  },
  scores(support, query, weights, { ways, shots }) {
    const [asked, n] = [tf.matMul(query, weights[QUERY] as tf.Tensor2D), query.shape[0]];
    const pairs = tf.relu(
      tf.add(tf.expandDims(asked, 1), ofClasses(episodeMeans(support, ways, shots), weights)),
    );
    const hidden = pairs.shape[2] as number;
    const scores = tf.matMul(tf.reshape(pairs, [n * ways, hidden]), weights[SCORE] as tf.Tensor2D);
    return tf.reshape(scores, [n, ways]);
  },
  layer(support, labels, weights) {
    const ways = labels.shape[1];
    const bias = ofClasses(classMeans(support, labels), weights);
    const kernel = tf.tile(weights[QUERY] as tf.Tensor2D, [1, ways]) as tf.Tensor2D;
    // Row k·hidden + j of the second layer holds v_j in column k.
    const blocks = tf.mul(
      tf.expandDims(tf.eye(ways), 1),
      tf.reshape(weights[SCORE] as tf.Tensor, [1, -1, 1]),
    );
    return {
      hidden: { kernel, bias: tf.reshape(bias, [-1]) },
      kernel: tf.reshape(blocks, [-1, ways]),
      bias: tf.zeros([ways]),
    };
  },
};

/** [ways, dim] → what the classes bring to the hidden layer, [ways, hidden]. */
const ofClasses = (means: tf.Tensor2D, weights: Tensors): tf.Tensor =>
  tf.add(tf.matMul(means, weights[CLASS] as tf.Tensor2D), weights[BIAS] as tf.Tensor);

function drawn(shape: [number, number], fanIn: number, random: Random): Packed {
  return { shape, values: glorot(new Float32Array(shape[0] * shape[1]), fanIn, shape[1], random) };
}

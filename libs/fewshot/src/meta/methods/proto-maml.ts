import * as tf from '@tensorflow/tfjs-core';
import type { AdaptationMethod } from '../meta-method.js';
import { featuresOf, passMode } from '../pass.js';
import { adaptAll, BIAS, KERNEL, ratesStart } from './adaptation.js';
import { classMeans } from './class-means.js';
import { nearestMean } from './protonet.js';

/**
 * Proto-MAML (Triantafillou 2020): the head of each episode starts as the ProtoNet's linear layer of its class means, so
 * that any number of ways can be asked; then all weights take inner steps. The start is differentiated, too.
 */
export const protoMaml: AdaptationMethod<'PROTO_MAML'> = {
  name: 'PROTO_MAML',
  title: 'Proto-MAML',
  description: 'MAML whose head starts from the class means (Triantafillou 2020).',
  whenToUse: 'As MAML, for any number of ways.',
  paper: 'Triantafillou 2020, arXiv:1903.03096',
  kind: 'ADAPTATION',
  options: ['poses', 'secondOrder', 'learnRates'],
  parameters: (backbone, _dim, settings) =>
    settings.learnRates ? ratesStart(backbone, settings.innerRate, 'ARRAY') : {},
  adapt(x, labels, start, context) {
    const mode = passMode(context.settings, true);
    const { features } = featuresOf(context.network, start, context.state, x, mode);
    const truth = tf.oneHot(labels, context.ways, 1, 0, 'float32') as tf.Tensor2D;
    const { kernel, bias } = nearestMean(classMeans(features, truth));
    return adaptAll(x, labels, { ...start, [KERNEL]: kernel, [BIAS]: bias }, context);
  },
};

import type { FittedHead } from '../heads/head-kind.js';
import { weightsOf, withLayers } from '../meta/backbone.js';
import type { Classifier } from '../methods/classifier.js';
import type { Backbone } from './feature-extractor.js';

/** The backbone with a head as its last layers. */
export function withFittedHead(backbone: Backbone, classes: readonly string[], head: FittedHead): Classifier {
  const network = withLayers(backbone.network, head.layers);
  const { parameters, state } = weightsOf(network, { ...backbone.weights, ...head.arrays });
  return { input: backbone.input, network, weights: { ...parameters, ...state }, classes };
}

import { weightsOf, withLayers } from '../meta/backbone.js';
import type { Classifier } from '../methods/classifier.js';
import type { Backbone } from './feature-extractor.js';
import type { FittedHead } from './fitted-head.js';

/** The backbone with a head as its last layer. */
export function withFittedHead(backbone: Backbone, classes: readonly string[], head: FittedHead): Classifier {
  const network = withLayers(backbone.network, [head.layer]);
  const own = Object.fromEntries(
    Object.entries(head.arrays).map(([name, array]) => [`${head.layer.name}/${name}`, array]),
  );
  const { parameters, state } = weightsOf(network, { ...backbone.weights, ...own });
  return { input: backbone.input, network, weights: { ...parameters, ...state }, classes };
}

import { featureCount, HEAD, weightsOf, withoutHead } from '../meta/backbone.js';
import type { Classifier } from '../methods/classifier.js';
import type { Layer } from '../networks/layer.js';
import type { Backbone } from './feature-extractor.js';

/** Kinds of layers that are a head by themselves. */
const HEADS: readonly Layer['kind'][] = ['dense', 'cache', 'neighbours'];

/** A model in two: what gives features, which models may have in common, and what makes class logits of them. */
export interface SplitModel {
  readonly backbone: Backbone;
  /** Takes [dim] features. Null of a model that has no classes. */
  readonly head: Classifier | null;
}

/** Parts a model before its head, with or without layers there. Null where it has no head that can be taken off. */
export function splitHead({ input, network, weights, classes }: Classifier): SplitModel | null {
  if (classes.length === 0) return { backbone: own({ input, network, weights }), head: null };
  const parts = ({ kind, name }: Layer) => HEADS.includes(kind) || name.startsWith(`${HEAD}_`);
  if (!network.layers.some(parts)) return null;
  const before = withoutHead({ network, classes });
  const layers = network.layers.slice(before.layers.length);
  const head = { inputShape: [featureCount(before)], layers };
  return {
    backbone: own({ input, network: before, weights }),
    head: own({ input, network: head, weights, classes }),
  };
}

/** With the arrays of its own layers alone. */
function own<T extends Backbone>(part: T): T {
  const { parameters, state } = weightsOf(part.network, part.weights);
  return { ...part, weights: { ...parameters, ...state } };
}

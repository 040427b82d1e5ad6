import type { Engine } from '../engine/program.js';
import type { Matrix } from '../heads/algebra/matrix.js';
import { withoutHead } from '../meta/backbone.js';
import type { Classifier } from '../methods/classifier.js';
import { predictor } from '../methods/predict.js';
import { argMax } from '../statistics/classification.js';
import { type Plane, principalPlane } from './principal-plane.js';

export interface FeatureMap extends Plane {
  /** [n] classes that the model answers with. */
  readonly predicted: Int32Array;
}

/** A classifier's features [n, dim] of some examples, before its head, as a map, and what its head makes of them. */
export function featureMap(engine: Engine, model: Classifier, features: Matrix): FeatureMap {
  const { rows, columns, values } = features;
  const backbone = withoutHead(model).layers.length;
  const head = { inputShape: [columns], layers: model.network.layers.slice(backbone) };
  const weights = Object.fromEntries(
    Object.entries(model.weights).filter(([name]) =>
      head.layers.some((layer) => name.startsWith(`${layer.name}/`)),
    ),
  );
  const answers = predictor(engine, { ...model, network: head, weights });
  try {
    const x = { shape: [rows, columns], values: Float32Array.from(values) };
    const scores = Float32Array.from(answers.probabilities(x).flat());
    return { ...principalPlane(features), predicted: argMax(scores, model.classes.length) };
  } finally {
    answers.dispose();
  }
}

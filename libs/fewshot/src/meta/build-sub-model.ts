import * as tf from '@tensorflow/tfjs-core';
import type { Engine, Packed } from '../engine/program.js';
import type { Classifier } from '../methods/classifier.js';
import { type FitSettings, fit } from '../training/fit.js';
import { classWeights } from '../training/objective.js';
import { HEAD, HIDDEN, learnedAndMoving, weightsOf, withHead } from './backbone.js';
import { parts } from './episodes/parts.js';
import type { AdaptationMethod, MetricMethod } from './meta-method.js';
import { metaMethod } from './meta-methods.js';
import type { MetaModel } from './meta-model.js';
import { tensors } from './meta-program.js';
import { featuresOf, supportStatistics, usesSupportStatistics } from './pass.js';

/** A handful of examples of new classes, encoded by the meta-model's input. */
export interface SupportSet {
  /** [n, ...inputShape] */
  readonly x: Packed;
  /** [n] classes in 0…classes.length−1; each occurs. */
  readonly labels: Int32Array;
  readonly classes: readonly string[];
}

/**
 * A classifier of the support set's classes: the backbone with the layers that the method gives, or the weights that
 * it adapts. With `settings`, all its weights are fitted further to the support set: min (1/|D|) Σ L + λ R(w).
 * Throws RangeError naming a class without examples, or where the method has a fixed number of ways.
 */
export function buildSubModel(
  engine: Engine,
  model: MetaModel,
  support: SupportSet,
  settings?: FitSettings,
): Classifier {
  const { classes, labels } = support;
  const empty = classes.find((_, k) => !labels.includes(k));
  if (empty !== undefined) throw new RangeError(`Class ${empty} has no example. Give one, or leave it out.`);
  const method = metaMethod(model.settings.method);
  const built =
    method.kind === 'METRIC'
      ? withLayer(engine, model, method, support)
      : withAdapted(engine, model, method, support);
  return settings ? fitted(engine, built, support, settings) : built;
}

/** Examples that go through the backbone at once: what lies between its layers takes megabytes for each. */
const AT_ONCE = 128;

/** So many examples as counts of at most 128. */
const inTurn = (examples: number): number[] =>
  Array.from({ length: Math.ceil(examples / AT_ONCE) }, (_, i) => Math.min(AT_ONCE, examples - i * AT_ONCE));

function withLayer(engine: Engine, model: MetaModel, method: MetricMethod, support: SupportSet): Classifier {
  const ways = support.classes.length;
  const found = asked(engine, model, support, (weights, state, x, labels) => {
    const features = parts(x, inTurn(labels.size)).map(
      (some) => featuresOf(model.network, weights, state, some, { training: false }).features,
    );
    const truth = tf.oneHot(labels, ways, 1, 0, 'float32') as tf.Tensor2D;
    const { kernel, bias, hidden } = method.layer(tf.concat(features, 0), truth, weights, model.settings);
    return {
      [`${HEAD}/kernel`]: kernel,
      [`${HEAD}/bias`]: bias,
      ...(hidden ? { [`${HIDDEN}/kernel`]: hidden.kernel, [`${HIDDEN}/bias`]: hidden.bias } : {}),
    };
  });
  return classifier(model, support, { ...model.weights, ...found });
}

function withAdapted(
  engine: Engine,
  model: MetaModel,
  method: AdaptationMethod,
  support: SupportSet,
): Classifier {
  const { settings, network } = model;
  const ways = support.classes.length;
  const fixed = model.weights[`${HEAD}/bias`]?.shape[0];
  if (fixed !== undefined && fixed !== ways)
    throw new RangeError(
      `This model adapts to ${fixed} classes, not ${ways}. Give examples of ${fixed} classes.`,
    );
  const found = asked(engine, model, support, (weights, state, x, labels) => {
    const context = { settings, network, ways, shots: 1, state, training: false };
    const adapted = method.adapt(x, labels, weights, context);
    if (!usesSupportStatistics(method, settings)) return adapted;
    return { ...adapted, ...supportStatistics(network, adapted, state, x) };
  });
  return classifier(model, support, { ...model.weights, ...found });
}

const classifier = (
  { input, network }: MetaModel,
  { classes }: SupportSet,
  weights: Classifier['weights'],
): Classifier => {
  const whole = withHead(network, classes.length, weights[`${HIDDEN}/bias`]?.shape[0]);
  const { parameters, state } = weightsOf(whole, weights);
  return { input, network: whole, weights: { ...parameters, ...state }, classes };
};

type Named = Readonly<Record<string, tf.Tensor>>;

/** Runs one function of the meta-model's weights over the support set. */
function asked(
  engine: Engine,
  model: MetaModel,
  { x, labels }: SupportSet,
  outputs: (weights: Named, state: Named, x: tf.Tensor, labels: tf.Tensor1D) => Named,
): Record<string, Packed> {
  const { parameters: learned, state } = learnedAndMoving(model.network, model.weights);
  const [parameters, averages] = [tensors(learned), tensors(state)];
  const program = engine.program({
    parameters,
    state: averages,
    data: { x, labels: { shape: [labels.length], values: labels } },
    queries: {
      built: {
        feeds: {},
        outputs: (weights, { state: moving, data }) =>
          outputs(weights, moving, data.x as tf.Tensor, data.labels as tf.Tensor1D),
      },
    },
  });
  tf.dispose([Object.values(parameters), Object.values(averages)]);
  try {
    return program.call('built', {});
  } finally {
    program.dispose();
  }
}

function fitted(engine: Engine, model: Classifier, support: SupportSet, settings: FitSettings): Classifier {
  const { labels, classes } = support;
  const data = {
    x: support.x,
    labels,
    classWeights: classWeights(settings.classWeights, labels, classes.length),
  };
  const rows = { train: Int32Array.from(labels.keys()), validation: new Int32Array() };
  const size = { ...settings, batchSize: Math.min(settings.batchSize, labels.length) };
  const start = weightsOf(model.network, model.weights);
  const training = fit(engine, {
    network: model.network,
    start,
    data,
    rows,
    classes: classes.length,
    settings: size,
  });
  let next = training.next();
  while (!next.done) next = training.next();
  next.value.dispose();
  return { ...model, weights: next.value.weights };
}

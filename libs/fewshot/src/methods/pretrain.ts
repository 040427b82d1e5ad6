import type { Engine } from '../engine/program.js';
import { encodeExamples, type RawExamples } from '../inputs/examples.js';
import { inputSpec } from '../inputs/fit-input.js';
import { inputShape } from '../inputs/input-shape.js';
import type { InputSpec } from '../inputs/input-spec.js';
import { withHead } from '../meta/backbone.js';
import { conv4 } from '../networks/conv4.js';
import { dense } from '../networks/dense.js';
import { initialWeights } from '../networks/initial-weights.js';
import type { Activation, Network } from '../networks/layer.js';
import { residualFilters, resnet12 } from '../networks/resnet12.js';
import { derivedSeed, randomFrom } from '../random/random.js';
import { stratifiedHoldOut } from '../splits/stratified.js';
import { type Evaluated, evaluated } from '../training/evaluate.js';
import { type FitRows, fit } from '../training/fit.js';
import type { FitProgress, FitState } from '../training/fit-progress.js';
import { classWeights } from '../training/objective.js';
import type { Classifier } from './classifier.js';
import type { PretrainSettings } from './pretrain.options.js';

export interface PretrainTask {
  readonly raw: RawExamples;
  /** [n] classes in 0…classes.length−1. */
  readonly labels: Int32Array;
  readonly classes: readonly string[];
  /** Rows by part; validation may be empty, test is never trained on. */
  readonly parts: { readonly train: Int32Array; readonly validation: Int32Array; readonly test: Int32Array };
}

export interface Pretrained {
  readonly model: Classifier;
  readonly steps: number;
  readonly stoppedEarly: boolean;
  /** On the test part, which training never saw; absent when it is empty. */
  readonly report?: Evaluated;
}

const WEIGHTS = 11;
const VALIDATION = 12;

/** Trains a network from nothing. Everything that is fitted (standardisation, categories) sees the training rows only. */
export function* pretrain(
  engine: Engine,
  task: PretrainTask,
  settings: PretrainSettings,
  from?: FitState,
): Generator<FitProgress, Pretrained> {
  const rows = fitRows(task, settings);
  const input = inputSpec(task.raw, rows.train, settings);
  const network = networkFor(input, task.classes.length, settings);
  const x = encodeExamples(
    input,
    task.raw,
    task.labels.map((_, row) => row),
  );
  const trainLabels = rows.train.map((row) => task.labels[row] as number);
  const data = {
    x,
    labels: task.labels,
    classWeights: classWeights(settings.classWeights, trainLabels, task.classes.length),
  };
  const start = initialWeights(network, randomFrom(derivedSeed(settings.seed, WEIGHTS)));
  const fitted = yield* fit(
    engine,
    { network, start, data, rows, classes: task.classes.length, settings },
    from,
  );
  try {
    const { test } = task.parts;
    const truth = test.map((row) => task.labels[row] as number);
    const report =
      test.length > 0 ? evaluated(fitted.scores(test), truth, task.classes.length, settings.loss) : undefined;
    const model = { input, network, weights: fitted.weights, classes: task.classes };
    return { model, steps: fitted.steps, stoppedEarly: fitted.stoppedEarly, ...(report ? { report } : {}) };
  } finally {
    fitted.dispose();
  }
}

/** The split's validation part, or a stratified share of the training part. */
export function fitRows(
  task: Pick<PretrainTask, 'labels' | 'parts'>,
  settings: Pick<PretrainSettings, 'seed' | 'validationShare'>,
): FitRows {
  const { train, validation } = task.parts;
  if (validation.length > 0 || settings.validationShare === 0) return { train, validation };
  const random = randomFrom(derivedSeed(settings.seed, VALIDATION));
  const { kept, held } = stratifiedHoldOut(task.labels, train, settings.validationShare, random);
  return { train: kept, validation: held };
}

/** The network that the settings describe, over examples of this shape. Throws RangeError where they do not fit. */
export function networkFor(input: InputSpec, classes: number, settings: PretrainSettings): Network {
  if (settings.network !== 'DENSE') {
    if (input.modality !== 'IMAGE')
      throw new RangeError('Convolutions need pictures. Use the dense network for texts and tables.');
    const shape = inputShape(input);
    if (settings.network === 'CONV4') return conv4({ inputShape: shape, classes, filters: settings.filters });
    const filters = residualFilters(settings.network);
    return withHead(resnet12({ inputShape: shape, filters, background: 0, momentum: 0.9 }), classes);
  }
  return dense({
    inputShape: inputShape(input),
    classes,
    widths: settings.widths,
    activation: settings.activation.toLowerCase() as Activation,
    dropout: settings.dropout,
    ...(input.modality === 'IMAGE' ? { rescale: 1 / 255 } : {}),
  });
}

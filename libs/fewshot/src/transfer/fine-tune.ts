import type { Engine, Packed } from '../engine/program.js';
import { HEAD, weightsOf } from '../meta/backbone.js';
import type { Classifier } from '../methods/classifier.js';
import type { Pretrained } from '../methods/pretrain.js';
import type { TransferSettings } from '../methods/transfer.options.js';
import { evaluated } from '../training/evaluate.js';
import { type FitRows, fit } from '../training/fit.js';
import type { FitProgress, FitState } from '../training/fit-progress.js';
import { classWeights } from '../training/objective.js';
import { heldArrays } from './held-arrays.js';
import type { TransferTask } from './transfer-task.js';

interface FineTuning {
  readonly task: TransferTask;
  /** The backbone with a head that is fitted already. */
  readonly start: Classifier;
  /** All examples of the task as the network sees them. */
  readonly x: Packed;
  readonly rows: FitRows;
  readonly settings: TransferSettings;
}

/** Trains a classifier further on the training rows: all of it or what the settings name, and the head. */
export function* fineTune(
  engine: Engine,
  { task, start, x, rows, settings }: FineTuning,
  from?: FitState,
): Generator<FitProgress, Pretrained> {
  const { network, classes } = start;
  const arrays = weightsOf(network, start.weights);
  const trainLabels = rows.train.map((row) => task.labels[row] as number);
  const data = {
    x,
    labels: task.labels,
    classWeights: classWeights(settings.classWeights, trainLabels, classes.length),
  };
  const { frozen, ...apart } = heldArrays(network, settings);
  const kept = Object.keys(arrays.parameters).filter(
    (name) => !name.startsWith(`${HEAD}/`) && !frozen.includes(name),
  );
  const held = { frozen, ...apart, towards: { weight: settings.towardsPretrained, arrays: kept } };
  const fitted = yield* fit(
    engine,
    { network, start: arrays, data, rows, classes: classes.length, settings, held },
    from,
  );
  try {
    const { test } = task.parts;
    const truth = test.map((row) => task.labels[row] as number);
    const report =
      test.length > 0 ? { report: evaluated(fitted.scores(test), truth, classes.length, settings.loss) } : {};
    const model = { ...start, weights: fitted.weights };
    return { model, steps: fitted.steps, stoppedEarly: fitted.stoppedEarly, ...report };
  } finally {
    fitted.dispose();
  }
}

import type { Engine } from '../engine/program.js';
import { type Matrix, matrix, rowsOf } from '../heads/algebra/matrix.js';
import { centroidKind } from '../heads/kinds/centroid.js';
import { encodeExamples } from '../inputs/examples.js';
import { fitRows } from '../methods/pretrain.js';
import type { TransferSettings } from '../methods/transfer.options.js';
import { type Evaluated, evaluated } from '../training/evaluate.js';
import type { FitProgress, FitState } from '../training/fit-progress.js';
import { backboneOf } from './backbone-of.js';
import { choosingHead, type HeadProgress } from './choose-head.js';
import { nameFeatures } from './class-names.js';
import { type Backbone, featureExtractor } from './feature-extractor.js';
import { fineTune } from './fine-tune.js';
import { oneEpoch } from './one-epoch.js';
import { plainBackbone, plainFeatures } from './plain-backbone.js';
import type { TransferTask } from './transfer-task.js';
import type { Transferred } from './transferred.js';
import { tuneEncoder } from './tuning/tune-encoder.js';
import { withFittedHead } from './with-fitted-head.js';

/**
 * Brings a pretrained classifier to the classes of a small set: its network up to the last dense layer is the backbone,
 * behind which comes a head that is solved for at once (one step, one epoch), or that is fine-tuned with it. Without a model the
 * head is fitted on the examples themselves. Everything is fitted on the training rows only; the report is of the test rows.
 * Throws RangeError where the model has no dense layer.
 */
export function* transfer(
  engine: Engine,
  task: TransferTask,
  settings: TransferSettings,
  from?: FitState,
): Generator<FitProgress | HeadProgress, Transferred> {
  if (settings.method === 'TUNE_ENCODER') return yield* tuneEncoder(engine, task, settings, from);
  const rows =
    settings.method === 'FINE_TUNE'
      ? fitRows(task, settings)
      : { train: task.parts.train, validation: task.parts.validation };
  const looks = settings.method === 'FINE_TUNE' ? 'ONE' : settings.looks;
  const { pretrained, raw } = task;
  const backbone = pretrained
    ? backboneOf(pretrained, looks)
    : (task.plain ?? plainBackbone(raw, rows.train));
  const features = task.features ?? featuresFor(engine, backbone, task);
  const ways = task.classes.length;
  const labelsOf = (which: Int32Array) => which.map((row) => task.labels[row] as number);
  const support = { features: rowsOf(features, rows.train), labels: labelsOf(rows.train), ways };
  const started = performance.now();
  const { method } = settings;
  if (method === 'FINE_TUNE') {
    const start = withFittedHead(backbone, task.classes, centroidKind.fit(support, { metric: 'COSINE' }));
    const x = encodeExamples(start.input, task.raw, Int32Array.from(task.labels.keys()));
    return yield* fineTune(engine, { task, start, x, rows, settings }, from);
  }
  const names = settings.classNames === 'AUTO' ? nameFeatures(engine, backbone, task.classes) : undefined;
  const chosen = yield* choosingHead(support, { ...settings, method }, raw.modality, names);
  const { head } = chosen;
  const measured = (which: Int32Array): Evaluated => {
    const scores = Float32Array.from(head.logits(rowsOf(features, which)).values);
    return evaluated(scores, labelsOf(which), ways, settings.loss);
  };
  yield oneEpoch(
    measured(rows.train),
    rows.validation.length > 0 ? measured(rows.validation) : undefined,
    started,
    chosen.heldOut,
  );
  const { test } = task.parts;
  const report = test.length > 0 ? { report: measured(test) } : {};
  return {
    model: withFittedHead(backbone, task.classes, head),
    steps: 1,
    stoppedEarly: false,
    chosen,
    ...report,
  };
}

function featuresFor(engine: Engine, backbone: Backbone, { raw, labels, pretrained }: TransferTask): Matrix {
  const rows = Int32Array.from(labels.keys());
  if (!pretrained) return plainFeatures(backbone.input, raw, rows);
  const extractor = featureExtractor(engine, backbone);
  try {
    const { shape, values } = extractor.features(raw, rows);
    return matrix(labels.length, shape[1] as number, values);
  } finally {
    extractor.dispose();
  }
}

import type { Engine } from '../../engine/program.js';
import { type Matrix, rowsOf } from '../../heads/algebra/matrix.js';
import { fitHead, type HeadSettings, withPenalty } from '../../heads/fit-head.js';
import type { Support } from '../../heads/head.js';
import type { HeadMethod } from '../../heads/head-kinds.js';
import { tempered } from '../../heads/head-layers.js';
import { MOST_KERNEL } from '../../heads/linear/kernel-ridge.js';
import { centroids } from '../../heads/nearness/nearest-centroid.js';
import { unitLength } from '../../heads/transforms/transforms.js';
import type { TransferSettings } from '../../methods/transfer.options.js';
import { evaluated, namedMetrics } from '../../training/evaluate.js';
import type { FitProgress, FitState } from '../../training/fit-progress.js';
import { atStep } from '../../training/step-columns.js';
import { backboneOf } from '../backbone-of.js';
import { namedInWords } from '../class-names.js';
import type { Backbone } from '../feature-extractor.js';
import { type HeldOut, judged, lead } from '../held-out.js';
import { heldOutMetrics } from '../one-epoch.js';
import type { TransferTask } from '../transfer-task.js';
import type { Transferred } from '../transferred.js';
import { withFittedHead } from '../with-fitted-head.js';
import { tokenRows } from './token-rows.js';
import { trainableEncoder } from './trainable-encoder.js';
import { tune } from './tune.js';
import { type TuningRows, tuningRows, withNameRows } from './tuning-rows.js';

/**
 * Tunes the encoder of a model of texts on training rows, and fits a head on the tuned vectors of all of them. The tuned encoder is
 * kept unless fewer held-out rows are found by it than by the one it started from, by the standard error or more, or both find all and it is less sure of them; these rows also
 * calibrate the head. The name of each class is one more text of it where held-out rows are more probable by the untuned encoder then.
 */
export function* tuneEncoder(
  engine: Engine,
  task: TransferTask,
  settings: TransferSettings,
  from?: FitState,
): Generator<FitProgress, Transferred> {
  if (task.raw.modality !== 'TEXT')
    throw new RangeError('Encoder tuning needs texts. Choose another method.');
  const { pretrained } = task;
  if (!pretrained) throw new RangeError('Encoder tuning starts from a model of texts. Name one in modelId.');
  const start = trainableEncoder(pretrained);
  const ways = task.classes.length;
  const all = task.raw.texts.length;
  const texts = tokenRows([...task.raw.texts, ...task.classes.map(namedInWords)], start);
  const labels = Int32Array.from([...task.labels, ...task.classes.keys()]);
  const names = Int32Array.from(task.classes, (_, k) => all + k);
  const { test } = task.parts;
  const labelsOf = (which: Int32Array) => which.map((row) => labels[row] as number);
  const support = (features: Matrix, which: Int32Array): Support => ({
    features,
    labels: labelsOf(which),
    ways,
  });
  const alone = tuningRows(task, settings);
  const method: HeadMethod = alone.support.length + ways <= MOST_KERNEL ? 'KERNEL_RIDGE' : 'RIDGE';
  const headOf = (own: Support): HeadSettings => withPenalty({ ...settings, method }, own);
  const fitted = (own: Support) => fitHead(headOf(own), own);
  const compared = (encoder: 'TUNED' | 'UNTUNED', { accuracy, low, high }: HeldOut, isChosen: boolean) => ({
    ...{ method, encoder, accuracy, low, high },
    chosen: isChosen,
  });
  const judge = (backbone: Backbone, kept: Support): HeldOut =>
    judged(fitted(kept).logits(texts.vectors(backbone, alone.held)), labelsOf(alone.held));
  const learnt = (backbone: Backbone, which: Int32Array) => support(texts.vectors(backbone, which), which);

  const ofRows = (rows: TuningRows) => {
    const before = learnt(start, rows.kept);
    return { rows, before, untuned: judge(start, before) };
  };
  const named = settings.classNames === 'AUTO' ? [ofRows(withNameRows(alone, names))] : [];
  const { rows, before, untuned } = [ofRows(alone), ...named].reduce((one, other) =>
    other.untuned.loss < one.untuned.loss ? other : one,
  );
  const means = unitLength(centroids({ ...before, features: unitLength(before.features) }));
  const looked = Int32Array.from([...rows.kept, ...rows.held]);
  const { weights, steps, stoppedEarly, end, last } = yield* tune(
    engine,
    { backbone: start, tokens: texts.packed(looked), labels, means, rows },
    settings,
    from,
  );
  const tuned: Backbone = { ...start, weights };
  const found = judge(tuned, learnt(tuned, rows.kept));
  // Tuning helps as a rule: what a few held-out texts cannot tell apart stays tuned, unless there was nothing left to find.
  const isPerfect = untuned.accuracy === 1 && found.accuracy === 1;
  const helps = isPerfect ? found.loss < untuned.loss : lead(untuned, found) < 1;
  const [best, heldOut] = helps ? [tuned, found] : [start, untuned];
  const own = learnt(best, rows.support);
  const head = tempered(fitted(own), heldOut.temperature);
  const measured = (features: Matrix, which: Int32Array) =>
    evaluated(Float32Array.from(head.logits(features).values), labelsOf(which), ways, 'CROSS_ENTROPY');
  const training = measured(rowsOf(own.features, Int32Array.from(alone.support.keys())), alone.support);
  const values = {
    ...heldOutMetrics(heldOut),
    ...namedMetrics('train', training),
  };
  yield { ...last, metrics: atStep(steps, values), epochEnded: true, checkpoint: () => end };

  const model = withFittedHead(helps ? tuned : backboneOf(pretrained), task.classes, head);
  const report = test.length > 0 ? { report: measured(texts.vectors(best, test), test) } : {};
  const chosen = {
    settings: headOf(own),
    head,
    temperature: heldOut.temperature,
    heldOut,
    compared: [compared('UNTUNED', untuned, !helps), compared('TUNED', found, helps)],
    ...(rows === alone ? {} : { names: true }),
  };
  return { model, steps, stoppedEarly, chosen, ...report };
}

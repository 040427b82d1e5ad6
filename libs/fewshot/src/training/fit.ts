import type { Engine, Packed, Snapshot } from '../engine/program.js';
import type { PretrainSettings } from '../methods/pretrain.options.js';
import type { InitialWeights } from '../networks/initial-weights.js';
import type { Network } from '../networks/layer.js';
import { batchesOf, dropoutLayers, dropoutMask, epochOrder } from './batches.js';
import { type BestSoFar, noBest, stopsEarly, withEpoch } from './early-stopping.js';
import { type Evaluated, evaluated, scoresOf } from './evaluate.js';
import { type FitData, fitProgram, maskedUnits } from './fit-program.js';
import type { Held } from './held.js';
import { learningRateAt } from './schedule.js';
import { assertFinite, atStep, type Columns, perStep } from './step-columns.js';
import { stepPacer } from './step-pacer.js';

/** The part of a method's settings that fitting a network needs. */
export type FitSettings = Omit<
  PretrainSettings,
  'network' | 'widths' | 'activation' | 'dropout' | 'filters' | 'imageSize' | 'frame' | 'textFeatures'
>;

/** Rows of the data that are learnt from and watched. */
export interface FitRows {
  readonly train: Int32Array;
  readonly validation: Int32Array;
}

/** Where a fit stands; storing it and going on from it gives the same bits as never stopping. */
export interface FitState {
  readonly snapshot: Snapshot;
  readonly best: BestSoFar;
  /** Updates of the stages before, of a training that has more than one. */
  readonly stepsBefore?: number;
}

/** Some updates, in order; with the last of an epoch comes what the epoch gave. */
export interface FitProgress {
  readonly step: number;
  readonly steps: number;
  readonly epoch: number;
  readonly epochs: number;
  /** Values by metric: [step, value] pairs as columns. */
  readonly metrics: Readonly<Record<string, { readonly steps: number[]; readonly values: number[] }>>;
  readonly epochEnded: boolean;
  /** Takes a checkpoint of this moment; valid until the next value is asked for. */
  checkpoint(): FitState;
}

export interface Fitted {
  readonly weights: Readonly<Record<string, Packed>>;
  readonly steps: number;
  readonly stoppedEarly: boolean;
  scores(rows: Int32Array): Float32Array;
  dispose(): void;
}

/** At most this many training examples are looked at again after an epoch for its training accuracy. */
const TRAIN_SAMPLE = 2000;
const EVALUATION_BATCH = 256;

/** min over w of the mean loss + λ R(w) by mini-batches. Yields as it goes; the caller may stop between any two values. */
export function* fit(
  engine: Engine,
  network: Network,
  start: InitialWeights,
  data: FitData,
  rows: FitRows,
  classes: number,
  settings: FitSettings,
  from?: FitState,
  held?: Held,
): Generator<FitProgress, Fitted> {
  const batch = Math.min(EVALUATION_BATCH, Math.max(1, rows.train.length));
  const program = fitProgram(engine, network, start, data, settings, batch, held);
  if (from) program.restore(from.snapshot);
  const perEpoch = Math.ceil(rows.train.length / settings.batchSize);
  const steps = perEpoch * settings.epochs;
  const pacer = stepPacer();
  const units = maskedUnits(network);
  const sample = rows.train.slice(0, TRAIN_SAMPLE);
  const measured = (which: Int32Array): Evaluated => {
    const truth = which.map((row) => data.labels[row] as number);
    return evaluated(scoresOf(program, which, batch, classes), truth, classes, settings.loss);
  };
  let best = from?.best ?? noBest;
  let step = from?.snapshot.step ?? 0;
  while (step < steps && !stopsEarly(best, settings.patience)) {
    const epoch = Math.floor(step / perEpoch);
    const order = epochOrder(rows.train, settings.seed, epoch);
    const epochStart = performance.now();
    const firstStep = step;
    while (step < (epoch + 1) * perEpoch) {
      const count = Math.min(pacer.next(), (epoch + 1) * perEpoch - step);
      const rates = Float32Array.from({ length: count }, (_, i) =>
        learningRateAt(settings, step + i, perEpoch),
      );
      const masks = dropoutLayers(network).map(({ name, rate }, layer) => [
        name,
        dropoutMask(rate, settings.seed, layer, step, count, settings.batchSize * (units[name] as number)),
      ]);
      const taken = pacer.time(count, () =>
        program.train(
          {
            ...batchesOf(order, step - epoch * perEpoch, count, settings.batchSize),
            ...Object.fromEntries(masks),
          },
          rates,
        ),
      );
      const metrics = perStep(step, { ...taken, learningRate: rates });
      step += count;
      const epochEnded = step === (epoch + 1) * perEpoch;
      if (epochEnded) {
        const seconds = (performance.now() - epochStart) / 1000;
        const train = measured(sample);
        const validation = rows.validation.length > 0 ? measured(rows.validation) : undefined;
        const examples = Math.min((step - firstStep) * settings.batchSize, rows.train.length);
        addEpoch(
          metrics,
          step,
          { epoch: epoch + 1, epochSeconds: seconds, examplesPerSecond: examples / seconds },
          train,
          validation,
        );
        best = withEpoch(
          best,
          epoch + 1,
          (validation ?? train).loss,
          settings.patience > 0 ? () => program.snapshot() : undefined,
        );
      }
      assertFinite(metrics);
      yield {
        step,
        steps,
        epoch: epoch + (epochEnded ? 1 : 0),
        epochs: settings.epochs,
        metrics,
        epochEnded,
        checkpoint: () => ({ snapshot: program.snapshot(), best }),
      };
    }
  }
  const stoppedEarly = stopsEarly(best, settings.patience);
  if (best.snapshot) program.restore(best.snapshot);
  return {
    weights: program.weights(),
    steps: step,
    stoppedEarly,
    scores: (which) => scoresOf(program, which, batch, classes),
    dispose: () => program.dispose(),
  };
}

function addEpoch(
  into: Columns,
  step: number,
  plain: Record<string, number>,
  train: Evaluated,
  validation: Evaluated | undefined,
): void {
  Object.assign(into, atStep(step, plain));
  for (const [part, result] of [
    ['train', train],
    ['validation', validation],
  ] as const) {
    if (!result) continue;
    const { loss, accuracy, macroF1 } = result;
    const found = { [`${part}Loss`]: loss, [`${part}Accuracy`]: accuracy, [`${part}MacroF1`]: macroF1 };
    Object.assign(into, atStep(step, found));
  }
}

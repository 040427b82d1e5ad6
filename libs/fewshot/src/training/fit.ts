import type { Engine, Packed } from '../engine/program.js';
import type { PretrainSettings } from '../methods/pretrain.options.js';
import type { InitialWeights } from '../networks/initial-weights.js';
import type { Network } from '../networks/layer.js';
import { batchesOf, dropoutLayers, dropoutMask, epochOrder } from './batches.js';
import { type Evaluated, evaluated, namedMetrics, scoresOf } from './evaluate.js';
import { type FitData, fitProgram, maskedUnits } from './fit-program.js';
import type { FitProgress, FitState } from './fit-progress.js';
import type { Held } from './held.js';
import { withProductsAdded } from './low-rank.js';
import { learningRateAt } from './schedule.js';
import { trainingLoop } from './training-loop.js';

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

/** A network to be fitted to examples, and by which of them. */
export interface FitProblem {
  readonly network: Network;
  readonly start: InitialWeights;
  readonly data: FitData;
  readonly rows: FitRows;
  readonly classes: number;
  readonly settings: FitSettings;
  readonly held?: Held;
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
export function* fit(engine: Engine, problem: FitProblem, from?: FitState): Generator<FitProgress, Fitted> {
  const { network, data, rows, classes, settings } = problem;
  const { batchSize, seed, patience } = settings;
  const batch = Math.min(EVALUATION_BATCH, Math.max(1, rows.train.length));
  const program = fitProgram(engine, problem, batch);
  const perEpoch = Math.ceil(rows.train.length / batchSize);
  const units = maskedUnits(network);
  const sample = rows.train.slice(0, TRAIN_SAMPLE);
  const measured = (which: Int32Array): Evaluated => {
    const truth = which.map((row) => data.labels[row] as number);
    return evaluated(scoresOf(program, which, batch, classes), truth, classes, settings.loss);
  };
  const ended = yield* trainingLoop(
    {
      program,
      steps: perEpoch * settings.epochs,
      perEpoch,
      patience,
      keepsBest: patience > 0,
      unit: 'examples',
      amount: (updates) => Math.min(updates * batchSize, rows.train.length),
      rate: (step) => learningRateAt(settings, step, perEpoch),
      fed(first, count) {
        const epoch = Math.floor(first / perEpoch);
        const masks = dropoutLayers(network).map(({ name, rate }, layer) => [
          name,
          dropoutMask(rate, seed, layer, first, count, batchSize * (units[name] as number)),
        ]);
        const order = epochOrder(rows.train, seed, epoch);
        return {
          ...batchesOf(order, first - epoch * perEpoch, count, batchSize),
          ...Object.fromEntries(masks),
        };
      },
      measured() {
        const train = measured(sample);
        const validation = rows.validation.length > 0 ? measured(rows.validation) : undefined;
        return {
          metrics: {
            ...namedMetrics('train', train),
            ...(validation ? namedMetrics('validation', validation) : {}),
          },
          watched: (validation ?? train).loss,
        };
      },
    },
    from,
  );
  return {
    weights: withProductsAdded(program.weights()),
    steps: ended.steps,
    stoppedEarly: ended.stoppedEarly,
    scores: (which) => scoresOf(program, which, batch, classes),
    dispose: () => program.dispose(),
  };
}

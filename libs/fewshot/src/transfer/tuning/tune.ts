import type { Engine, Packed } from '../../engine/program.js';
import type { Matrix } from '../../heads/algebra/matrix.js';
import type { TransferSettings } from '../../methods/transfer.options.js';
import { evaluated, namedMetrics, scoresOf } from '../../training/evaluate.js';
import type { FitProgress, FitState } from '../../training/fit-progress.js';
import { trainingLoop } from '../../training/training-loop.js';
import type { Backbone } from '../feature-extractor.js';
import { heldArrays } from '../held-arrays.js';
import { batchRows, batchShape, seenTokens } from './tuning-batches.js';
import { encoderWeights, SCORED, tuningProgram } from './tuning-program.js';
import type { TuningRows } from './tuning-rows.js';

export interface Tuning {
  readonly backbone: Backbone;
  /** [n, length] of all rows that are looked at. */
  readonly tokens: Packed;
  readonly labels: Int32Array;
  /** [ways, dim] class means of length 1, which the classifier starts from. */
  readonly means: Matrix;
  readonly rows: TuningRows;
}
export interface Tuned {
  readonly weights: Readonly<Record<string, Packed>>;
  readonly steps: number;
  readonly stoppedEarly: boolean;
  /** Where the tuning ended: going on from it ends at once. */
  readonly end: FitState;
  readonly last: Pick<FitProgress, 'step' | 'steps' | 'epoch' | 'epochs'>;
}

/** Looks at held-out examples during the tuning. */
const LOOKS = 10;
/** The share of the steps over which the rate rises. */
const WARM_UP = 0.1;
/** The classifier moves twenty times as fast as the encoder, for its size: its rows are that much shorter. */
const ROW_LENGTH = 1 / 20;

/** Takes the steps and goes back to the encoder with the lowest held-out loss. An epoch is what lies between two looks. */
export function* tune(
  engine: Engine,
  { backbone, tokens, labels, means, rows }: Tuning,
  settings: TransferSettings,
  from?: FitState,
): Generator<FitProgress, Tuned> {
  const ways = means.rows;
  const { kept } = rows;
  const byClass = Array.from({ length: ways }, (_, k) => kept.filter((row) => labels[row] === k)).filter(
    (own) => own.length > 0,
  );
  const shape = batchShape(byClass.length);
  const short = Float32Array.from(means.values, (value) => value * ROW_LENGTH);
  const first = { shape: [ways, means.columns], values: short };
  const data = { tokens, labels, rows: first };
  const [texts, length] = [shape.classes * shape.each, tokens.shape[1] as number];
  const held = heldArrays(backbone.network, settings);
  const program = tuningProgram(engine, { ...backbone, held }, data, texts);
  try {
    const [steps, truth] = [settings.tuningSteps, rows.held.map((row) => labels[row] as number)];
    const perEpoch = Math.ceil(steps / LOOKS);
    const ended = yield* trainingLoop(
      {
        program,
        steps,
        perEpoch,
        patience: settings.patience,
        keepsBest: true,
        unit: 'examples',
        amount: (updates) => updates * texts,
        rate: (step) => rateAt(step, steps, settings),
        fed(first, count) {
          const rows = new Int32Array(count * texts);
          const seen = new Float32Array(count * texts * length);
          for (let i = 0; i < count; i++) {
            rows.set(batchRows(byClass, shape, settings.seed, first + i), i * texts);
            seen.set(seenTokens(texts, length, settings.seed, first + i), i * texts * length);
          }
          return { rows, seen };
        },
        measured() {
          const found = evaluated(scoresOf(program, rows.held, SCORED, ways), truth, ways, 'CROSS_ENTROPY');
          return { metrics: namedMetrics('validation', found), watched: found.loss };
        },
      },
      from,
    );
    const { best, stoppedEarly, steps: step } = ended;
    const end = { snapshot: { ...program.snapshot(), step: steps }, best };
    const last = { step, steps, epoch: Math.ceil(step / perEpoch), epochs: Math.ceil(steps / perEpoch) };
    return { weights: encoderWeights(program), steps: step, stoppedEarly, end, last };
  } finally {
    program.dispose();
  }
}

function rateAt(step: number, steps: number, { tuningRate }: TransferSettings): number {
  const risen = Math.min(1, (step + 1) / (WARM_UP * steps));
  return tuningRate * risen * (1 - step / steps);
}

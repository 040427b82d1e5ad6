import type { Engine, Packed } from '../../engine/program.js';
import type { Matrix } from '../../heads/algebra/matrix.js';
import type { TransferSettings } from '../../methods/transfer.options.js';
import { noBest, stopsEarly, withEpoch } from '../../training/early-stopping.js';
import { evaluated, scoresOf } from '../../training/evaluate.js';
import type { FitProgress, FitState } from '../../training/fit.js';
import { assertFinite, atStep, perStep } from '../../training/step-columns.js';
import { stepPacer } from '../../training/step-pacer.js';
import type { Backbone } from '../feature-extractor.js';
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
  { backbone, tokens, labels, means, rows: { kept, held } }: Tuning,
  settings: TransferSettings,
  from?: FitState,
): Generator<FitProgress, Tuned> {
  const ways = means.rows;
  const byClass = Array.from({ length: ways }, (_, k) => kept.filter((row) => labels[row] === k)).filter(
    (own) => own.length > 0,
  );
  const shape = batchShape(byClass.length);
  const short = Float32Array.from(means.values, (value) => value * ROW_LENGTH);
  const first = { shape: [ways, means.columns], values: short };
  const data = { tokens, labels, rows: first };
  const [texts, length] = [shape.classes * shape.each, tokens.shape[1] as number];
  const program = tuningProgram(engine, backbone, data, texts);
  try {
    if (from && from.snapshot.step > 0) program.restore(from.snapshot);
    const [steps, truth] = [settings.tuningSteps, held.map((row) => labels[row] as number)];
    const perEpoch = Math.ceil(steps / LOOKS);
    const epochs = Math.ceil(steps / perEpoch);
    const pacer = stepPacer();
    let [step, best] = [from?.snapshot.step ?? 0, from?.best ?? noBest];
    let epochStart = performance.now();
    while (step < steps && !stopsEarly(best, settings.patience)) {
      const epoch = Math.floor(step / perEpoch) + 1;
      const last = Math.min(steps, epoch * perEpoch);
      const count = Math.min(pacer.next(), last - step);
      const rates = Float32Array.from({ length: count }, (_, i) => rateAt(step + i, steps, settings));
      const fed = { rows: new Int32Array(count * texts), seen: new Float32Array(count * texts * length) };
      for (let i = 0; i < count; i++) {
        fed.rows.set(batchRows(byClass, shape, settings.seed, step + i), i * texts);
        fed.seen.set(seenTokens(texts, length, settings.seed, step + i), i * texts * length);
      }
      const taken = pacer.time(count, () => program.train(fed, rates));
      const metrics = perStep(step, { ...taken, learningRate: rates });
      assertFinite(metrics);
      step += count;
      const epochEnded = step === last;
      if (epochEnded) {
        const seconds = (performance.now() - epochStart) / 1000;
        epochStart = performance.now();
        const found = evaluated(scoresOf(program, held, SCORED, ways), truth, ways, 'CROSS_ENTROPY');
        best = withEpoch(best, epoch, found.loss, () => program.snapshot());
        const values = {
          epoch,
          epochSeconds: seconds,
          examplesPerSecond: ((last - (epoch - 1) * perEpoch) * texts) / seconds,
          validationLoss: found.loss,
          validationAccuracy: found.accuracy,
          validationMacroF1: found.macroF1,
        };
        Object.assign(metrics, atStep(step, values));
      }
      const checkpoint = () => ({ snapshot: program.snapshot(), best });
      yield { step, steps, epoch, epochs, metrics, epochEnded, checkpoint };
    }
    const stoppedEarly = step < steps;
    if (best.snapshot) program.restore(best.snapshot);
    const end = { snapshot: { ...program.snapshot(), step: steps }, best };
    const epoch = Math.ceil(step / perEpoch);
    const last = { step, steps, epoch, epochs };
    return { weights: encoderWeights(program), steps: step, stoppedEarly, end, last };
  } finally {
    program.dispose();
  }
}

function rateAt(step: number, steps: number, { tuningRate }: TransferSettings): number {
  const risen = Math.min(1, (step + 1) / (WARM_UP * steps));
  return tuningRate * risen * (1 - step / steps);
}

import type { Fed, Program } from '../engine/program.js';
import { type BestSoFar, noBest, stopsEarly, withEpoch } from './early-stopping.js';
import type { FitProgress, FitState } from './fit-progress.js';
import { assertFinite, atStep, perStep } from './step-columns.js';
import { stepPacer } from './step-pacer.js';

/** What is trained, by which updates, and what is looked at between them. Everything is decided by the number of the update alone. */
export interface TrainingProblem {
  readonly program: Pick<Program, 'train' | 'snapshot' | 'restore'>;
  /** Updates of all epochs; the last epoch may have fewer than the others. */
  readonly steps: number;
  readonly perEpoch: number;
  /** Updates of the stages before, which count for what is reported. */
  readonly stepsBefore?: number;
  /** Updates of all stages, where there are more than this one and those before. */
  readonly allSteps?: number;
  /** Epochs without a smaller watched loss before training stops; 0 trains to the end. */
  readonly patience: number;
  /** Whether training ends with the weights of the smallest watched loss. */
  readonly keepsBest: boolean;
  /** What `amount` counts. */
  readonly unit: 'examples' | 'episodes';
  /** How much so many updates look at. */
  amount(updates: number): number;
  /** The rate of update number `step` (0, 1, …). */
  rate(step: number): number;
  /** What the `count` updates from number `first` on are fed. */
  fed(first: number, count: number): Fed;
  /** After an epoch: further metrics, and the loss that is watched, if any. */
  measured(): { readonly metrics: Readonly<Record<string, number>>; readonly watched?: number };
}

export interface LoopEnded {
  /** Updates of this and earlier stages. */
  readonly steps: number;
  readonly stoppedEarly: boolean;
  readonly best: BestSoFar;
}

/**
 * Takes the updates of a problem, as many in a call as keeps calls short, and yields after each call; the caller may stop between
 * any two values. Going on from a checkpoint gives the same bits as never stopping. Throws Diverged when the loss becomes NaN.
 */
export function* trainingLoop(problem: TrainingProblem, from?: FitState): Generator<FitProgress, LoopEnded> {
  const { program, steps, perEpoch, patience, stepsBefore = 0, unit } = problem;
  if (from && from.snapshot.step > 0) program.restore(from.snapshot);
  const allSteps = problem.allSteps ?? stepsBefore + steps;
  const pacer = stepPacer();
  let best = from?.best ?? noBest;
  let step = from?.snapshot.step ?? 0;
  while (step < steps && !stopsEarly(best, patience)) {
    const epoch = Math.floor(step / perEpoch);
    const end = Math.min(steps, (epoch + 1) * perEpoch);
    const [started, firstStep] = [performance.now(), step];
    while (step < end) {
      const [first, count] = [step, Math.min(pacer.next(), end - step)];
      const rates = Float32Array.from({ length: count }, (_, i) => problem.rate(first + i));
      const taken = pacer.time(count, () => program.train(problem.fed(first, count), rates));
      const metrics = perStep(stepsBefore + first, { ...taken, learningRate: rates });
      assertFinite(metrics);
      step += count;
      const epochEnded = step === end;
      const epochsDone = stepsBefore / perEpoch + epoch + (epochEnded ? 1 : 0);
      if (epochEnded) {
        const seconds = (performance.now() - started) / 1000;
        const pace = { [`${unit}PerSecond`]: problem.amount(step - firstStep) / seconds };
        const { metrics: found, watched } = problem.measured();
        const values = { epoch: epochsDone, epochSeconds: seconds, ...pace, ...found };
        Object.assign(metrics, atStep(stepsBefore + step, values));
        const kept = problem.keepsBest ? () => program.snapshot() : undefined;
        if (watched !== undefined) best = withEpoch(best, epochsDone, watched, kept);
      }
      yield {
        step: stepsBefore + step,
        steps: allSteps,
        epoch: epochsDone,
        epochs: Math.ceil(allSteps / perEpoch),
        metrics,
        epochEnded,
        checkpoint: () => ({
          snapshot: program.snapshot(),
          best,
          ...(stepsBefore > 0 ? { stepsBefore } : {}),
        }),
      };
    }
  }
  if (best.snapshot) program.restore(best.snapshot);
  return { steps: stepsBefore + step, stoppedEarly: stopsEarly(best, patience), best };
}

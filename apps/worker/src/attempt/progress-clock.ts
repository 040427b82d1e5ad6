import type { RunProgress } from '@kshot/domain';
import type { FitProgress, HeadProgress } from '@kshot/fewshot';
import type { FeatureProgress } from '../features/version-features.js';

/** Time spent and left, from the pace of this attempt; the first call, which pays for compiling, is left out of the pace. */
export function progressClock(): (at: FitProgress | FeatureProgress | HeadProgress) => RunProgress {
  const start = performance.now();
  let heads: { since: number; done: number } | undefined;
  let paced: { at: number; step: number } | undefined;
  return (at) => {
    const now = performance.now();
    if ('done' in at) return beforeTraining(at, (now - start) / 1000);
    if ('heads' in at) {
      const { done, total } = at.heads;
      heads ??= { since: now, done };
      const pace = (now - heads.since) / Math.max(1, done - heads.done);
      return {
        ...nothingYet((now - start) / 1000),
        secondsLeft: done > heads.done ? (pace * (total - done)) / 1000 : null,
        ...at,
      };
    }
    const { step, steps, epoch, epochs, metrics } = at;
    paced ??= { at: now, step };
    const done = step - paced.step;
    return {
      step,
      steps,
      epoch,
      epochs,
      secondsElapsed: (now - start) / 1000,
      secondsLeft: done > 0 ? ((now - paced.at) / 1000 / done) * (steps - step) : null,
      examplesPerSecond: metrics.examplesPerSecond?.values.at(-1) ?? null,
    };
  };
}

const nothingYet = (secondsElapsed: number): RunProgress => ({
  step: 0,
  steps: 0,
  epoch: 0,
  epochs: 0,
  secondsElapsed,
  secondsLeft: null,
  examplesPerSecond: null,
});

const beforeTraining = ({ done, total }: FeatureProgress, secondsElapsed: number): RunProgress => ({
  ...nothingYet(secondsElapsed),
  examplesPerSecond: done / Math.max(secondsElapsed, 1e-3),
  features: { done, total },
});

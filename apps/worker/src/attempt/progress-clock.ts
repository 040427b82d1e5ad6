import type { RunProgress } from '@kshot/domain';
import type { FitProgress } from '@kshot/fewshot';
import type { FeatureProgress } from '../features/version-features.js';

/** Time spent and left, from the pace of this attempt; the first call, which pays for compiling, is left out of the pace. */
export function progressClock(): (at: FitProgress | FeatureProgress) => RunProgress {
  const start = performance.now();
  let paced: { at: number; step: number } | undefined;
  return (at) => {
    const now = performance.now();
    if ('done' in at) return beforeTraining(at, (now - start) / 1000);
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

const beforeTraining = ({ done, total }: FeatureProgress, secondsElapsed: number): RunProgress => ({
  step: 0,
  steps: 0,
  epoch: 0,
  epochs: 0,
  secondsElapsed,
  secondsLeft: null,
  examplesPerSecond: done / Math.max(secondsElapsed, 1e-3),
  features: { done, total },
});

import type { RunProgress } from '@kshot/domain';
import type { FitProgress, HeadProgress } from '@kshot/fewshot';
import type { FeatureProgress } from '../features/version-features.js';

/** Time spent and left, from the pace of this attempt; the first call, which pays for compiling, is left out of the pace. */
export function progressClock(): (at: FitProgress | FeatureProgress | HeadProgress) => RunProgress {
  const start = performance.now();
  /** When the first fit of heads began: right after what was told before it. */
  let headsSince: number | undefined;
  let before = start;
  let paced: { at: number; step: number } | undefined;
  return (at) => {
    const now = performance.now();
    if (!('heads' in at)) before = now;
    if ('done' in at) return beforeTraining(at, (now - start) / 1000);
    if ('heads' in at) {
      headsSince ??= before;
      const spent = (now - headsSince) / 1000;
      return {
        ...nothingYet((now - start) / 1000),
        secondsLeft: spent * (1 / at.share - 1),
        heads: at.heads,
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

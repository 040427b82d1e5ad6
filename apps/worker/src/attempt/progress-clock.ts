import type { RunProgress } from '@kshot/domain';
import type { FitProgress } from '@kshot/fewshot';

/** Time spent and left, from the pace of this attempt; the first call, which pays for compiling, is left out of the pace. */
export function progressClock(): (at: FitProgress) => RunProgress {
  const start = performance.now();
  let paced: { at: number; step: number } | undefined;
  return ({ step, steps, epoch, epochs, metrics }) => {
    const now = performance.now();
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

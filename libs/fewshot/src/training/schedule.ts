/** How the learning rate moves over a run; epochs may be fractions. */
export interface Schedule {
  readonly schedule: 'CONSTANT' | 'COSINE' | 'STEP';
  readonly learningRate: number;
  readonly epochs: number;
  readonly warmupEpochs: number;
  readonly stepEpochs: number;
  readonly stepFactor: number;
}

/** The rate of update number `step` (0, 1, …) with `stepsPerEpoch` updates to an epoch. */
export function learningRateAt(schedule: Schedule, step: number, stepsPerEpoch: number): number {
  const warmup = schedule.warmupEpochs * stepsPerEpoch;
  if (step < warmup) return (schedule.learningRate * (step + 1)) / warmup;
  switch (schedule.schedule) {
    case 'CONSTANT':
      return schedule.learningRate;
    case 'COSINE': {
      const share = (step - warmup) / Math.max(1, schedule.epochs * stepsPerEpoch - warmup);
      return (schedule.learningRate * (1 + Math.cos(Math.PI * share))) / 2;
    }
    case 'STEP':
      return (
        schedule.learningRate * schedule.stepFactor ** Math.floor(step / stepsPerEpoch / schedule.stepEpochs)
      );
  }
}

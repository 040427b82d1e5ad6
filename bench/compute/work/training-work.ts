import type { Fed, ProgramSpec } from '@kshot/fewshot';

/** A training program and what its steps are fed. */
export interface TrainingWork {
  readonly spec: ProgramSpec;
  feed(steps: number): Fed;
  readonly rate: number;
  /** Steps that make one unit of the row. */
  readonly unitsPerStep: number;
}

import type { IntervalOf } from '../../statistics/figure.js';

/** One fold, one draw of a shot curve, one episode or one split: what was scored in it, and what came out. */
export interface Unit {
  readonly index: number;
  /** [n] rows of the scored examples. */
  readonly rows: Int32Array;
  /** [columns] the class that each column of `probabilities` stands for; in an episode the classes of its ways. */
  readonly classes: Int32Array;
  /** [n] true columns in 0…columns−1. */
  readonly truth: Int32Array;
  /** [n · columns], each row sums to 1. */
  readonly probabilities: Float32Array;
  /** How many examples were fitted on. */
  readonly fitted: number;
  /** Examples of each class that were fitted on, where the protocol fixes them. */
  readonly shots?: number;
  readonly seed: number;
  readonly trainSeconds: number;
  readonly predictSeconds: number;
}

/** What one unit fits on and what it scores; rows index the features. */
export interface UnitPlan extends Pick<Unit, 'index' | 'rows' | 'classes' | 'truth' | 'shots' | 'seed'> {
  /** [m] rows to fit on. */
  readonly fitRows: Int32Array;
  /** [m] their columns. */
  readonly fitTruth: Int32Array;
}

/** What the units of a protocol are, which says what an interval over them is an interval of. */
export type UnitKind = 'SPLIT' | 'FOLDS' | 'LEAVE_ONE_OUT' | 'DRAWS' | 'EPISODES' | 'SEEDS';

/** What an interval over units of a kind is an interval of. */
export const intervalOf: Readonly<Record<UnitKind, IntervalOf>> = {
  SPLIT: 'EXAMPLES',
  LEAVE_ONE_OUT: 'EXAMPLES',
  FOLDS: 'FOLDS',
  DRAWS: 'DRAWS',
  EPISODES: 'EPISODES',
  SEEDS: 'SEEDS',
};

/** What the prediction sets of a model are calibrated by; kept with the model. */
export interface Calibration {
  /** A part of a version that the model was not fitted on, or its own support examples, each without itself. */
  readonly source: 'HELD_OUT' | 'LEAVE_ONE_OUT';
  /** Ascending: 1 less the probability of the true class. */
  readonly scores: readonly number[];
  readonly versionId: string | null;
  readonly split: string | null;
  readonly part: string | null;
}

import type { Snapshot } from '../engine/program.js';
import type { BestSoFar } from './early-stopping.js';
import type { Columns } from './step-columns.js';

/** Where a training stands; storing it and going on from it gives the same bits as never stopping. */
export interface FitState {
  readonly snapshot: Snapshot;
  readonly best: BestSoFar;
  /** Updates of the stages before, of a training that has more than one. */
  readonly stepsBefore?: number;
}

/** Some updates, in order; with the last of an epoch comes what the epoch gave. */
export interface FitProgress {
  readonly step: number;
  readonly steps: number;
  readonly epoch: number;
  readonly epochs: number;
  readonly metrics: Readonly<Columns>;
  readonly epochEnded: boolean;
  /** Takes a checkpoint of this moment; valid until the next value is asked for. */
  checkpoint(): FitState;
}

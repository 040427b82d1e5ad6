import type { RawExamples } from '../inputs/examples.js';
import type { ArmProbe } from './probed-arms.js';

/** What folds on the seen examples said of an arm, and what it came to on examples that nobody had seen. */
export interface ArmRecord {
  readonly probe?: ArmProbe;
  /** Mean recall over the classes, fitted on the seen examples, and on 5 more of each class. */
  readonly accuracy: number;
  readonly more: number;
}

/** One draw of K examples a class of a data set: what the advisor learns from, and is scored on. */
export interface AdvisorRecord {
  /** Name of the data set, and the hash of its file. */
  readonly data: string;
  readonly hash: string;
  readonly modality: RawExamples['modality'];
  readonly classes: number;
  readonly shots: number;
  readonly seed: number;
  readonly arms: Readonly<Record<string, ArmRecord>>;
}

/** Examples of each class that "more" stands for. */
export const MORE_SHOTS = 5;

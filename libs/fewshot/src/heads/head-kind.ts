import type { Packed } from '../engine/program.js';
import type { Layer } from '../networks/layer.js';
import type { SupportRule } from '../trust/support-rule.js';
import type { Matrix } from './algebra/matrix.js';
import type { Support } from './head.js';

/** What a head may be told; each is an option of the same name. */
export interface HeadTuning {
  /** What near means for class means; the squared distance when left out. */
  readonly metric?: 'EUCLID' | 'COSINE';
  /** How many of the nearest examples vote; 3 when left out. */
  readonly neighbours?: number;
  /** In the head's own unit, of the SVM the cost; 0 or left out, it is chosen within the examples that are fitted on. */
  readonly penalty?: number;
  /** A fit that goes step by step stops early: enough to tell heads apart, not to be kept. */
  readonly roughly?: boolean;
}

/** A head fitted on features, as what scores them and as the last layers of a network. */
export interface FittedHead {
  /** Behind the features, the last named HEAD; none of a head that looks at all queries together. */
  readonly layers: readonly Layer[];
  /** Their arrays, as `layer/array`. */
  readonly arrays: Readonly<Record<string, Packed>>;
  /** [n, dim] → [n, ways], what the layers give, in double precision. Their softmax is the probabilities. */
  logits(queries: Matrix): Matrix;
}

/** How much is fitted on, and for how many classes. */
export interface HeadSize {
  readonly examples: number;
  readonly columns: number;
  readonly ways: number;
}

/** Everything that Kshot knows of a head. Forms, the API, storage, studies and training are derived from it. */
export interface HeadKind<Name extends string = string> {
  readonly name: Name;
  readonly title: string;
  /** One sentence: what it does. */
  readonly description: string;
  readonly whenToUse: string;
  readonly paper: string;
  /** Which of the tuning options count for it. */
  readonly options: readonly (keyof HeadTuning)[];
  /** Judges all queries together: cannot be kept as a model, and compares only with its like. */
  readonly transductive?: boolean;
  /** Looks at columns one by one, so that it cannot work on rotated features. */
  readonly byColumn?: boolean;
  /** A fit goes over the features once, so that preparing inner products for it seldom pays. */
  readonly light?: boolean;
  /** Its logits are logarithms of votes, which stay as they are when other heads are calibrated. */
  readonly votes?: boolean;
  /** The penalty that it chooses within a support set; left out of a head without one. */
  penaltyFor?(support: Support): number;
  fit(support: Support, tuning: HeadTuning): FittedHead;
  /** Numbers that must be kept to answer. */
  storedNumbers(size: HeadSize): number;
  /** How it decides by its examples, where leaving one out is known in closed form. */
  rule?(support: Support, tuning: HeadTuning): SupportRule;
}

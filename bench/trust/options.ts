import type { Matrix } from '@kshot/fewshot';

export interface TrustOptions {
  /** A file that the characters' backbone is kept in, or taken from. */
  readonly model?: string;
  readonly steps: number;
  readonly seeds: number;
  readonly draws: number;
  readonly repeats: number;
  readonly json: boolean;
}

/** What is measured on: [n, dim] features, by what, and [n] classes. */
export interface FeatureSet {
  readonly data: string;
  readonly by: string;
  readonly features: Matrix;
  readonly labels: Int32Array;
  /** Whether sub-models of a few classes are asked rather than a head for most of them. */
  readonly meta?: boolean;
}

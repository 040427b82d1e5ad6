import type { HeadMethod } from '../heads/head-kinds.js';
import { foldsFor } from '../transfer/held-out.js';

/** What a head is chosen and fitted on. */
export interface HeadSize {
  readonly examples: number;
  /** Features, or columns as numbers. */
  readonly columns: number;
  readonly ways: number;
}

/** Seconds of examples, columns and classes of one each, and the powers that they grow with. */
type Cost = readonly [seconds: number, examples: number, columns: number, ways: number];

/** Of one fit, on one thread: `npm run bench -- costs`. */
const costs: Partial<Record<HeadMethod, Cost>> = {
  CENTROID: [2.58e-6, 0.8, 0.25, 0.54],
  NEAREST_NEIGHBOURS: [2.86e-7, 1.17, 0.53, 0.15],
  CACHE: [2.93e-7, 1.12, 0.53, 0.29],
  RIDGE: [2.22e-7, 1.14, 0.78, 0.14],
  KERNEL_RIDGE: [1.58e-7, 1.34, 0.52, 0.18],
  LDA: [6.91e-7, 0.92, 0.73, 0.2],
  GAUSSIAN_DISCRIMINANT: [7.44e-8, 0.08, 2.5, 0.99],
  LOGISTIC: [9.13e-6, 0.49, 0.74, 0.53],
  SVM: [5.93e-7, 1.03, 0.82, 0.85],
  PROTOTYPE_HEAD: [5.11e-6, 0.65, 0.71, 0.46],
  RANDOM_FOREST: [3.18e-5, 1, 0.19, 0.54],
  EXTRA_TREES: [3.31e-5, 0.97, 0.09, 0.59],
  TABLE_ENSEMBLE: [2.46e-4, 0.9, 0.41, 0.68],
};

/** Estimated seconds of choosing a head by folds and fitting it, as a transfer does; undefined where that was not measured. */
export function headSeconds(method: HeadMethod, { examples, columns, ways }: HeadSize): number | undefined {
  const cost = costs[method];
  if (!cost) return undefined;
  const [seconds, byExamples, byColumns, byWays] = cost;
  return fitsOfFolds(examples) * seconds * examples ** byExamples * columns ** byColumns * ways ** byWays;
}

/** Fits of the folds, each on four fifths of the examples, and the last one on all. */
export const fitsOfFolds = (examples: number): number => 1 + 0.8 * foldsFor(examples);

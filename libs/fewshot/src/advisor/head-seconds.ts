import type { HeadMethod } from '../heads/head-kinds.js';
import { MOST_PER_TREE } from '../heads/trees/rows-per-tree.js';
import { MOST_WEIGHED } from '../heads/trees/table-ensemble.js';
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
  LOGISTIC: [3.23e-6, 0.63, 0.75, 0.71],
  SVM: [3.04e-6, 0.68, 0.93, 1.08],
  PROTOTYPE_HEAD: [1.32e-6, 0.74, 0.87, 0.66],
  RANDOM_FOREST: [1.41e-5, 1.07, 0.24, 0.59],
  EXTRA_TREES: [9.11e-6, 1.12, 0.08, 0.67],
  TABLE_ENSEMBLE: [2.57e-4, 0.94, 0.38, 0.62],
};

/** Estimated seconds of choosing a head by folds and fitting it, as a transfer does; undefined where that was not measured. */
export function headSeconds(method: HeadMethod, { examples, columns, ways }: HeadSize): number | undefined {
  const cost = costs[method];
  if (!cost) return undefined;
  const [seconds, byExamples, byColumns, byWays] = cost;
  const counted = countedExamples(method, examples);
  return fitsOfFolds(examples) * seconds * counted ** byExamples * columns ** byColumns * ways ** byWays;
}

/**
 * Examples that the time grows with: an ensemble is fitted on all, and half as large four times on three quarters of those that it is
 * weighed by; a tree of a forest on no more than so many.
 */
export function countedExamples(method: HeadMethod, examples: number): number {
  if (method === 'TABLE_ENSEMBLE') return (examples + 1.5 * Math.min(examples, MOST_WEIGHED)) / 2.5;
  return method === 'RANDOM_FOREST' || method === 'EXTRA_TREES'
    ? Math.min(examples, MOST_PER_TREE)
    : examples;
}

/** Fits of the folds, each on four fifths of the examples, and the last one on all. */
export const fitsOfFolds = (examples: number): number => 1 + 0.8 * foldsFor(examples);

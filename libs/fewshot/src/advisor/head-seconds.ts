import type { HeadMethod } from '../heads/head-kinds.js';

/** What a head is chosen and fitted on. */
export interface HeadSize {
  readonly examples: number;
  /** Features, or columns as numbers. */
  readonly columns: number;
  readonly ways: number;
}

/** Seconds of examples, columns and classes of one each, and the powers that they grow with. */
type Cost = readonly [seconds: number, examples: number, columns: number, ways: number];

/** Of folds and the last fit, on one thread: `npm run bench -- costs`. */
const costs: Partial<Record<HeadMethod, Cost>> = {
  CENTROID: [9.89e-6, 0.83, 0.26, 0.55],
  NEAREST_NEIGHBOURS: [1.69e-6, 1.15, 0.52, 0.15],
  CACHE: [1.75e-6, 1.09, 0.54, 0.28],
  RIDGE: [1.08e-6, 1.14, 0.78, 0.14],
  KERNEL_RIDGE: [8.51e-7, 1.34, 0.51, 0.18],
  LDA: [3.49e-6, 0.92, 0.73, 0.2],
  LOGISTIC: [4.58e-5, 0.49, 0.74, 0.53],
  SVM: [2.98e-6, 1.03, 0.82, 0.85],
  PROTOTYPE_HEAD: [2.59e-5, 0.65, 0.71, 0.46],
  RANDOM_FOREST: [2.7e-4, 0.92, 0.19, 0.51],
  EXTRA_TREES: [2.81e-4, 0.88, 0.06, 0.6],
  TABLE_ENSEMBLE: [1.19e-3, 0.91, 0.4, 0.68],
};

/** Estimated seconds of choosing a head by folds and fitting it, as a transfer does; undefined where that was not measured. */
export function headSeconds(method: HeadMethod, { examples, columns, ways }: HeadSize): number | undefined {
  const cost = costs[method];
  if (!cost) return undefined;
  const [seconds, byExamples, byColumns, byWays] = cost;
  return seconds * examples ** byExamples * columns ** byColumns * ways ** byWays;
}

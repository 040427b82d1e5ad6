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

/** Of folds and the last fit, on one thread: `npm run bench -- costs` on a busy machine, the seconds times 0.45 to meet those of a quiet one. */
const costs: Partial<Record<HeadMethod, Cost>> = {
  CENTROID: [1.0e-5, 0.84, 0.14, 0.49],
  NEAREST_NEIGHBOURS: [4.4e-7, 1.11, 0.64, 0.21],
  CACHE: [1.8e-6, 1.08, 0.45, 0.21],
  RIDGE: [2.7e-6, 1.03, 0.64, 0.17],
  KERNEL_RIDGE: [3.1e-6, 1.31, 0.28, 0.12],
  LDA: [4.5e-6, 0.86, 0.64, 0.23],
  LOGISTIC: [4.3e-5, 0.57, 0.7, 0.39],
  SVM: [8.2e-7, 1.13, 0.82, 0.79],
  PROTOTYPE_HEAD: [2.7e-5, 0.63, 0.74, 0.36],
  RANDOM_FOREST: [8.3e-5, 1.03, 0.24, 0.54],
  EXTRA_TREES: [1.9e-4, 0.89, 0.19, 0.64],
  TABLE_ENSEMBLE: [6.0e-4, 0.96, 0.56, 0.65],
};

/** Estimated seconds of choosing a head by folds and fitting it, as a transfer does; undefined where that was not measured. */
export function headSeconds(method: HeadMethod, { examples, columns, ways }: HeadSize): number | undefined {
  const cost = costs[method];
  if (!cost) return undefined;
  const [seconds, byExamples, byColumns, byWays] = cost;
  return seconds * examples ** byExamples * columns ** byColumns * ways ** byWays;
}

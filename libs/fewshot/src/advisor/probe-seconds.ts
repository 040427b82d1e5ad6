import type { HeadMethod } from '../heads/head-kinds.js';
import { fitsOfFolds, type HeadSize, headSeconds } from './head-seconds.js';
import type { ProbePlans } from './probe-plans.js';

/** Fits' worth of work for each fold of a probe, with its share of choosing a penalty: as measured, within a factor of three. */
const FITS: Partial<Record<HeadMethod, number>> = {
  RIDGE: 12,
  KERNEL_RIDGE: 7,
  LOGISTIC: 3,
  CENTROID: 3,
};

/** Estimated seconds of probing a head. Where there are more columns than examples, it is fitted on as many as examples. */
export function probeSeconds(
  method: HeadMethod,
  { examples, columns, ways }: HeadSize,
  { half, most }: ProbePlans,
): number {
  const size = { examples, columns: Math.min(columns, examples), ways };
  const fit = (headSeconds(method, size) ?? 0) / fitsOfFolds(examples);
  return fit * (FITS[method] ?? 1) * (half.length / 2 + 0.8 * most.length);
}

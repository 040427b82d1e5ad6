import { chiSquareTail } from './distributions.js';

/**
 * How far shares have moved: the population stability index Σ (p − q) ln(p / q), with half an example more in each class so that
 * empty ones count. By chance alone it is about χ² with one degree less than classes, times 1/n + 1/m (B. Yurdakul, J. Naranjo:
 * Statistical properties of the population stability index, Journal of Risk Model Validation 14(4), 2020).
 */
export function populationStability(
  counts: readonly number[],
  reference: readonly number[],
): { readonly index: number; readonly chance: number } {
  const [n, m] = [total(counts), total(reference)];
  const half = counts.length / 2;
  const index = counts.reduce((sum, count, k) => {
    const p = (count + 0.5) / (n + half);
    const q = (reference[k]! + 0.5) / (m + half);
    return sum + (p - q) * Math.log(p / q);
  }, 0);
  const chance = n === 0 || m === 0 ? 1 : chiSquareTail(index / (1 / n + 1 / m), counts.length - 1);
  return { index, chance };
}

const total = (counts: readonly number[]): number => counts.reduce((sum, n) => sum + n, 0);

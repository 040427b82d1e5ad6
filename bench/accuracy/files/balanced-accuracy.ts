import { classAverages } from '@kshot/fewshot';

/** Mean recall over the classes: [n] predicted and true classes in 0…ways−1. */
export function balancedAccuracy(
  predicted: ArrayLike<number>,
  truth: ArrayLike<number>,
  ways: number,
): number {
  const counts = () => new Float64Array(ways);
  const [hits, actual, said] = [counts(), counts(), counts()];
  const add = (to: Float64Array, k: number) => to.set([(to[k] as number) + 1], k);
  for (const [i, right] of Array.from(truth).entries()) {
    const best = predicted[i] as number;
    add(actual, right);
    add(said, best);
    if (best === right) add(hits, right);
  }
  return classAverages(hits, actual, said).balancedAccuracy;
}

import { randomFrom, shuffled } from '@kshot/fewshot';

/** Gives a share of the examples another class, all others alike likely: [labels, planted rows]. */
export function withNoise(
  labels: Int32Array,
  classes: number,
  seed: number,
  share: number,
): [Int32Array, Set<number>] {
  const random = randomFrom(seed);
  const planted = shuffled([...labels.keys()], random).subarray(0, Math.round(share * labels.length));
  const noisy = labels.slice();
  for (const row of planted) noisy[row] = ((noisy[row] as number) + 1 + random.below(classes - 1)) % classes;
  return [noisy, new Set(planted)];
}

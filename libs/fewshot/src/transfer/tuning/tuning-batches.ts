import { derivedSeed, randomFrom, shuffled } from '../../random/random.js';

const BATCH = 51;
/** Texts of a step: 32 classes of two, or fewer classes of more. */
const TEXTS = 64;
const MOST_CLASSES = 32;

/** Classes of a batch, and examples of each. */
export interface BatchShape {
  readonly classes: number;
  readonly each: number;
}

export function batchShape(classes: number): BatchShape {
  const own = Math.min(MOST_CLASSES, classes);
  return { classes: own, each: Math.max(2, Math.min(16, Math.floor(TEXTS / own))) };
}

/** Rows of one step: some examples of some classes, decided by seed and step alone. A class with too few is repeated. */
export function batchRows(
  byClass: readonly Int32Array[],
  { classes, each }: BatchShape,
  seed: number,
  step: number,
): Int32Array {
  const random = randomFrom(derivedSeed(seed, BATCH, step));
  const chosen = shuffled(Int32Array.from(byClass.keys()), random).subarray(0, classes);
  return Int32Array.from(
    Array.from(chosen).flatMap((k) => {
      const order = shuffled(byClass[k] as Int32Array, random);
      return Array.from({ length: each }, (_, i) => order[i % order.length] as number);
    }),
  );
}

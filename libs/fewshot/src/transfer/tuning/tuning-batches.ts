import { derivedSeed, randomFrom, shuffled } from '../../random/random.js';

const BATCH = 51;
const MASK = 53;
/** The share of tokens that a step does not see: the same few texts then come in many wordings. */
const DROPPED = 0.1;
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

/** [texts, length] 1 where a step sees the token, else 0; the first token always is seen. Decided by seed and step alone. */
export function seenTokens(texts: number, length: number, seed: number, step: number): Float32Array {
  const random = randomFrom(derivedSeed(seed, MASK, step));
  const seen = new Float32Array(texts * length);
  for (let i = 0; i < seen.length; i++) seen[i] = i % length === 0 || random.uniform() >= DROPPED ? 1 : 0;
  return seen;
}

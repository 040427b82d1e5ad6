import { derivedSeed, drawn, randomFrom } from '@kshot/fewshot';

/** Of a large file this much is used, so that a folder takes minutes. */
const MOST_CLASSES = 12;
const MOST_OF_A_CLASS = 90;
/** Examples of a class that are scored, and the fewest that make a class usable. */
const MOST_SCORED = 40;
const FEWEST_SCORED = 5;
/** What "more examples" are. */
export const MORE = 5;

/** Rows of each class that draws may take: for support and, where the file keeps a test part, for scoring apart. */
export function poolOf({ support, query, split }, seed) {
  const apart = split === 'train to test';
  const random = randomFrom(derivedSeed(seed, 0));
  const usable = [...support.keys()].filter((k) => support[k].rows.length > 0 && query[k].rows.length > 0);
  const taken = drawn(Int32Array.from(usable), Math.min(MOST_CLASSES, usable.length), random);
  return [...taken].map((k) => ({
    support: drawn(support[k].rows, Math.min(MOST_OF_A_CLASS, support[k].rows.length), random),
    ...(apart ? { query: drawn(query[k].rows, Math.min(MOST_SCORED, query[k].rows.length), random) } : {}),
  }));
}

/**
 * K examples of each class that the advisor sees, 5 more that it does not, and what is scored. Classes that are too small
 * are left out; undefined where fewer than two are left.
 */
export function drawOf(pool, shots, seed) {
  const random = randomFrom(derivedSeed(seed, shots));
  const classes = pool.flatMap(({ support, query }) => {
    const order = drawn(support, support.length, random);
    const rest = query ?? order.subarray(shots + MORE);
    if (order.length < shots + MORE || rest.length < FEWEST_SCORED) return [];
    return [
      {
        seen: order.subarray(0, shots),
        more: order.subarray(shots, shots + MORE),
        scored: rest.subarray(0, MOST_SCORED),
      },
    ];
  });
  return classes.length < 2 ? undefined : classes;
}

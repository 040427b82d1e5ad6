import { joined } from '../episodes/joined.js';
import { drawn } from '../episodes/sample-episode.js';
import { randomFrom } from '../random/random.js';

/** As many classes as eyes can tell apart, and as many examples of each as a page can show. */
const CLASSES = 12;
const EACH = 25;

/** Of the rows with labels in 0…classes−1, some of each of a few classes that occur, drawn by the seed, class after class. */
export function shownRows(
  labels: ArrayLike<number>,
  rows: Int32Array,
  classes: number,
  seed: number,
): Int32Array {
  const random = randomFrom(seed);
  const byClass = Array.from({ length: classes }, (_, k) => rows.filter((row) => labels[row] === k));
  const present = Int32Array.from(byClass.keys()).filter((k) => (byClass[k] as Int32Array).length > 0);
  const chosen = drawn(present, Math.min(CLASSES, present.length), random).sort();
  return joined(
    Array.from(chosen, (k) => {
      const own = byClass[k] as Int32Array;
      return drawn(own, Math.min(EACH, own.length), random);
    }),
  );
}

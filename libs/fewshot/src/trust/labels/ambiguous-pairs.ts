import { type Matrix, rowOf } from '../../heads/algebra/matrix.js';
import { binomialTail } from '../../statistics/distributions.js';
import { wilsonInterval } from '../../statistics/wilson.js';

/** Two classes that are taken for each other more often than errors fall by chance. */
export interface AmbiguousPair {
  readonly classes: readonly [number, number];
  /** Examples of either that were taken for the other, and examples of both. */
  readonly confused: number;
  readonly examples: number;
  /** The share that was confused with Wilson's 95 % interval, and the share if errors fell evenly on all other classes. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly chance: number;
  /** Share of all examples that would come right if the two were one class, with Wilson's 95 % interval. */
  readonly worth: number;
  readonly worthLow: number;
  readonly worthHigh: number;
}

/**
 * Out-of-fold probabilities [n, classes] and labels [n] → pairs of classes whose mutual confusion is above chance: binomial tails, one for
 * each pair that is confused at all, at 5 % in all (Bonferroni). Most worth first. With two classes there is nothing to compare with.
 */
export function ambiguousPairs(probabilities: Matrix, labels: Int32Array): AmbiguousPair[] {
  const classes = probabilities.columns;
  const counts = new Int32Array(classes);
  const errors = new Int32Array(classes);
  const mutual = new Map<number, number>();
  const keyOf = (a: number, b: number) => Math.min(a, b) * classes + Math.max(a, b);
  let judged = 0;
  for (let row = 0; row < labels.length; row++) {
    const own = rowOf(probabilities, row);
    if (Number.isNaN(own[0])) continue;
    judged++;
    const truth = labels[row] as number;
    const said = own.indexOf(Math.max(...own));
    counts[truth] = (counts[truth] as number) + 1;
    if (said === truth) continue;
    errors[truth] = (errors[truth] as number) + 1;
    mutual.set(keyOf(truth, said), 1 + (mutual.get(keyOf(truth, said)) ?? 0));
  }
  if (classes < 3) return [];
  return [...mutual]
    .map(([key, confused]): AmbiguousPair & { tail: number } => {
      const [a, b] = [Math.floor(key / classes), key % classes];
      const examples = (counts[a] as number) + (counts[b] as number);
      const chance = ((errors[a] as number) + (errors[b] as number)) / examples / (classes - 1);
      const [low, high] = wilsonInterval(confused, examples);
      const [worthLow, worthHigh] = wilsonInterval(confused, judged);
      const tail = binomialTail(confused, examples, chance);
      const known = { classes: [a, b] as const, confused, examples, chance };
      return {
        ...known,
        share: confused / examples,
        low,
        high,
        worth: confused / judged,
        worthLow,
        worthHigh,
        tail,
      };
    })
    .filter(({ tail }) => tail * mutual.size < 0.05)
    .sort((a, b) => b.confused - a.confused || a.classes[0] - b.classes[0])
    .map(({ tail: _, ...pair }) => pair);
}

import { randomFrom, shuffled } from '../../random/random.js';

/** What each column of one row adds to a probability. */
export interface Contributions {
  /** Mean probability of the background rows. */
  readonly usual: number;
  /** [columns]: together with `usual` they sum to the row's own probability. */
  readonly values: readonly number[];
}

/** The order in which a background row takes over the cells of the explained one: [columns] places of columns. */
export type Walk = readonly number[];

/** [walks] orders, drawn in pairs of an order and its reverse, which halves most of the noise (Mitchell 2022, JMLR 23(43)). */
export function walksOf(columns: number, walks: number, seed: number): Walk[] {
  const random = randomFrom(seed);
  const places = Array.from({ length: columns }, (_, i) => i);
  const found: Walk[] = [];
  while (found.length < walks) {
    const order = Array.from(shuffled(places, random));
    found.push(order, order.toReversed());
  }
  return found.slice(0, walks);
}

/** The rows to be asked: of each walk its background row, and after each step what it has become. */
export const walkedRows = <Cell>(
  row: readonly Cell[],
  background: readonly (readonly Cell[])[],
  walks: readonly Walk[],
): Cell[][] =>
  walks.flatMap((walk, i) => {
    let now = [...(background[i % background.length] as readonly Cell[])];
    return [now, ...walk.map((place) => (now = now.with(place, row[place] as Cell)))];
  });

/**
 * Shapley values against background rows by sampling (Štrumbelj and Kononenko 2014, Explaining prediction models and individual
 * predictions with feature contributions): what the probability gains at a column's step, averaged over the walks.
 * `answers` are the probabilities of `walkedRows`, in their order.
 */
export function contributionsOf(answers: ArrayLike<number>, walks: readonly Walk[]): Contributions {
  const columns = walks[0]!.length;
  const values = new Array<number>(columns).fill(0);
  let usual = 0;
  for (const [i, walk] of walks.entries()) {
    const start = i * (columns + 1);
    usual += (answers[start] as number) / walks.length;
    for (const [step, place] of walk.entries()) {
      const gained = (answers[start + step + 1] as number) - (answers[start + step] as number);
      values[place] = (values[place] as number) + gained / walks.length;
    }
  }
  return { usual, values };
}

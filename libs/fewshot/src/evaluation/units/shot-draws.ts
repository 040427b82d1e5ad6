import { joined } from '../../episodes/joined.js';
import { derivedSeed, randomFrom, shuffled } from '../../random/random.js';

export interface ShotDraw {
  /** Rows to fit on, `shots` of each class. */
  readonly fit: Int32Array;
  readonly score: Int32Array;
  readonly shots: number;
  readonly seed: number;
}

const DRAW = 42;

/**
 * Draws of a shot curve: one shuffle of each class a draw, of which K shots are the first K, so that within a draw the
 * smaller support lies within the larger one and all score the same examples. Throws RangeError naming the number of examples
 * of the smallest class where the largest support leaves nothing of it.
 */
export function shotDraws(
  labels: Int32Array,
  classes: number,
  settings: {
    readonly shots: readonly number[];
    readonly draws: number;
    readonly seed: number;
    readonly score?: Int32Array;
  },
): ShotDraw[] {
  const held = new Set(settings.score);
  const members = Array.from({ length: classes }, (_, k) =>
    [...labels.keys()].filter((row) => labels[row] === k && !held.has(row)),
  );
  const shots = [...settings.shots].sort((a, b) => a - b);
  const most = shots.at(-1) ?? 0;
  const least = Math.min(...members.map(({ length }) => length));
  const needed = settings.score ? most : most + 1;
  if (least < needed)
    throw new RangeError(
      `The smallest class has ${least} ${least === 1 ? 'example' : 'examples'}, and ${most} shots need ${needed}. Take fewer shots or leave the class out.`,
    );
  return Array.from({ length: settings.draws }, (_, draw) => {
    const seed = derivedSeed(settings.seed, DRAW, draw);
    const random = randomFrom(seed);
    const orders = members.map((rows) => shuffled(rows, random));
    const score = settings.score ?? joined(orders.map((order) => order.subarray(most)));
    return shots.map((k) => ({ fit: joined(orders.map((o) => o.subarray(0, k))), score, shots: k, seed }));
  }).flat();
}

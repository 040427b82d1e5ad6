import { derivedSeed, drawn, MORE_SHOTS, randomFrom } from '@kshot/fewshot';
import type { DataFile } from '../accuracy/files/read-file.js';

/** Of a large file this much is used, so that a folder takes minutes. */
const MOST_CLASSES = 12;
const MOST_OF_A_CLASS = 90;
/** Examples of a class that are scored, and the fewest that make a class usable. */
const MOST_SCORED = 40;
const FEWEST_SCORED = 5;

/** Rows of a class that draws may take: for support and, where the file keeps a test part, for scoring apart. */
interface ClassPool {
  readonly support: Int32Array;
  readonly query?: Int32Array;
}

/** Rows of a class: what the advisor sees, what it would see with more, and what is scored. */
interface ClassDraw {
  readonly seen: Int32Array;
  readonly more: Int32Array;
  readonly scored: Int32Array;
}

export function poolOf({ support, query, split }: DataFile, seed: number): ClassPool[] {
  const apart = split === 'train to test';
  const random = randomFrom(derivedSeed(seed, 0));
  const pairs = support.map(({ rows }, k) => ({ rows, asked: query[k]?.rows ?? new Int32Array() }));
  const usable = [...pairs.keys()].filter((k) => pairs[k]?.rows.length && pairs[k]?.asked.length);
  const taken = drawn(Int32Array.from(usable), Math.min(MOST_CLASSES, usable.length), random);
  return Array.from(taken, (k) => {
    const { rows, asked } = pairs[k] as (typeof pairs)[number];
    return {
      support: drawn(rows, Math.min(MOST_OF_A_CLASS, rows.length), random),
      ...(apart ? { query: drawn(asked, Math.min(MOST_SCORED, asked.length), random) } : {}),
    };
  });
}

/**
 * K examples of each class that the advisor sees, 5 more that it does not, and what is scored. Classes that are too small
 * are left out; undefined where fewer than two are left.
 */
export function drawOf(pool: readonly ClassPool[], shots: number, seed: number): ClassDraw[] | undefined {
  const random = randomFrom(derivedSeed(seed, shots));
  const needed = shots + MORE_SHOTS;
  const classes = pool.flatMap(({ support, query }) => {
    const order = drawn(support, support.length, random);
    const rest = query ?? order.subarray(needed);
    if (order.length < needed || rest.length < FEWEST_SCORED) return [];
    const scored = rest.subarray(0, MOST_SCORED);
    return [{ seen: order.subarray(0, shots), more: order.subarray(shots, needed), scored }];
  });
  return classes.length < 2 ? undefined : classes;
}

/** [n] one part of a draw class by class, and [n] the classes of these. */
export function flattened(draw: readonly ClassDraw[], part: keyof ClassDraw) {
  const rows = Int32Array.from(draw.flatMap((each) => [...each[part]]));
  const truth = Int32Array.from(draw.flatMap((each, k) => Array.from(each[part], () => k)));
  return { rows, truth };
}

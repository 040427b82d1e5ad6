import { matrix, rowsOf } from './algebra/matrix.js';
import type { Head, Support } from './head.js';
import { classCounts, headScores } from './head.js';

/**
 * The value of `candidates` whose head has the smallest cross-entropy on held-out examples: folds within the support set,
 * each with examples of every class as far as there are. With a single example to some class nothing can be held out, and
 * the value `otherwise` is taken. Of equal ones the first wins. A fit may start from the head that the candidate before
 * had on the same examples.
 */
export function crossValidated<T, H extends Head>(
  support: Support,
  candidates: readonly T[],
  fit: (support: Support, candidate: T, before?: H) => H,
  otherwise: T,
  folds = 5,
): T {
  const parts = foldsOf(support, folds);
  if (parts.length === 0) return otherwise;
  const losses = candidates.map(() => 0);
  for (const { held, kept } of parts) {
    let head: H | undefined;
    for (const [at, candidate] of candidates.entries()) {
      head = fit(kept, candidate, head);
      losses[at] = (losses[at] as number) + crossEntropySum(head, held);
    }
  }
  return candidates[losses.indexOf(Math.min(...losses))] as T;
}

/** A fold: what is fitted on, what is held out, and the rows of the support set that the latter are. */
export interface Fold {
  readonly kept: Support;
  readonly held: Support;
  readonly rows: Int32Array;
}

/** At most so many folds, each with examples of every class on both sides; none where a class has a single example. */
export function foldsOf(support: Support, folds: number): Fold[] {
  const used = Math.min(folds, ...classCounts(support));
  return used < 2 ? [] : dealt(support, used, placesInClass(support));
}

/** So many folds; the only example of a class is never held out. */
export function foldsOfSome(support: Support, folds: number): Fold[] {
  const counts = classCounts(support);
  const places = placesInClass(support).map((place, i) =>
    (counts[support.labels[i] as number] as number) > 1 ? place : -1,
  );
  return dealt(support, folds, places).filter(({ rows }) => rows.length > 0);
}

/** Each example is held out by the fold that its number comes to; by none where it is negative. */
function dealt(support: Support, folds: number, numbers: Int32Array): Fold[] {
  return Array.from({ length: folds }, (_, fold) => {
    const isHeld = (i: number) => (numbers[i] as number) % folds === fold;
    return {
      kept: subset(support, (i) => !isHeld(i)),
      held: subset(support, isHeld),
      rows: Int32Array.from(support.labels.keys()).filter(isHeld),
    };
  });
}

function subset({ features, labels, ways }: Support, keep: (i: number) => boolean): Support {
  const rows = [...labels.keys()].filter(keep);
  return {
    features: rowsOf(features, rows),
    labels: Int32Array.from(rows, (row) => labels[row] as number),
    ways,
  };
}

/** How many examples of its class come before each one. */
function placesInClass({ labels }: Support): Int32Array {
  const seen = new Map<number, number>();
  return labels.map((label) => {
    const place = seen.get(label) ?? 0;
    seen.set(label, place + 1);
    return place;
  });
}

function crossEntropySum(head: Head, { features, labels, ways }: Support): number {
  const scores = headScores(head, features.rows > 0 ? features : matrix(0, features.columns));
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    const row = scores.values.subarray(i * ways, (i + 1) * ways);
    const top = row.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const total = row.reduce((a, b) => a + Math.exp(b - top), 0);
    sum += Math.log(total) + top - (row[labels[i] as number] as number);
  }
  return sum;
}

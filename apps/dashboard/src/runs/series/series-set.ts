import { appendPoints, NO_POINTS, type Points, thinPoints } from '../../chart/points';

/** A run's series by name. */
export type SeriesSet = ReadonlyMap<string, Points>;

type Sent = {
  name: string;
  steps: number[];
  values: number[];
  minima?: number[] | null;
  maxima?: number[] | null;
};

/** Twice the pixels of a wide chart: beyond it, neighbours are merged. */
const LIMIT = 4_000;

/** The set with what was sent after it; the same step never counts twice. */
export function extendSeries(set: SeriesSet, sent: readonly Sent[]): SeriesSet {
  if (sent.length === 0) return set;
  const extended = new Map(set);
  for (const { name, steps, values, minima, maxima } of sent) {
    const more: Points = { steps, values, minima: minima ?? null, maxima: maxima ?? null };
    extended.set(name, thinPoints(appendPoints(set.get(name) ?? NO_POINTS, more), LIMIT));
  }
  return extended;
}

/** The last step that any series has; 0 where there is none. */
export function lastStep(set: SeriesSet): number {
  let last = 0;
  for (const { steps } of set.values()) last = Math.max(last, steps.at(-1) ?? 0);
  return last;
}

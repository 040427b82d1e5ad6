/** A named series as columns; `minima` and `maxima` tell the reach of points that were merged. Steps rise. */
export type Points = {
  steps: number[];
  values: number[];
  minima: number[] | null;
  maxima: number[] | null;
};

export const NO_POINTS: Points = { steps: [], values: [], minima: null, maxima: null };

/** `more` after `points`; steps that are known already (sent twice across a reconnect) are left out. */
export function appendPoints(points: Points, more: Points): Points {
  const last = points.steps.at(-1) ?? Number.NEGATIVE_INFINITY;
  const from = more.steps.findIndex((step) => step > last);
  if (from < 0) return points;
  const joined = (before: number[] | null, mine: number[], after: number[] | null, theirs: number[]) =>
    before || after ? [...(before ?? mine), ...(after ?? theirs).slice(from)] : null;
  return {
    steps: [...points.steps, ...more.steps.slice(from)],
    values: [...points.values, ...more.values.slice(from)],
    minima: joined(points.minima, points.values, more.minima, more.values),
    maxima: joined(points.maxima, points.values, more.maxima, more.values),
  };
}

/** No more than `limit` points: neighbours are merged two by two (later step, mean, reach) until they fit. */
export function thinPoints(points: Points, limit: number): Points {
  let thinned = points;
  while (thinned.steps.length > limit) thinned = halve(thinned);
  return thinned;
}

function halve({ steps, values, minima, maxima }: Points): Points {
  const half: Required<Points> & { minima: number[]; maxima: number[] } = {
    steps: [],
    values: [],
    minima: [],
    maxima: [],
  };
  for (let left = 0; left < steps.length; left += 2) {
    const right = Math.min(left + 1, steps.length - 1);
    half.steps.push(steps[right]!);
    half.values.push((values[left]! + values[right]!) / 2);
    half.minima.push(Math.min((minima ?? values)[left]!, (minima ?? values)[right]!));
    half.maxima.push(Math.max((maxima ?? values)[left]!, (maxima ?? values)[right]!));
  }
  return half;
}

const [YEAR, WEEK, DAY] = [365.2425, 7, 1] as const;
/** Shares of a period: dates within less only move on in time. */
const LEAST_SPAN = 1 / 6;
/** Mean length of the unit vectors of dates that are all at one place of a period. */
const ONE_PLACE = 0.999;

/** Days since 1970 → the periods in days in which these dates are at several places. */
export function cyclesOf(days: readonly number[]): number[] {
  const [first, last] = days.reduce(
    ([least, most], day) => [Math.min(least, day), Math.max(most, day)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const span = last - first;
  return [YEAR, WEEK, DAY].filter(
    (period) =>
      span > LEAST_SPAN * period &&
      meanLength(days, period) < ONE_PLACE &&
      !(period === WEEK && days.every(beginsMonth)),
  );
}

/** The mean resultant length (Mardia 1972), 0…1: 1 where all are at the same place of the period. */
function meanLength(days: readonly number[], period: number): number {
  let [x, y] = [0, 0];
  for (const day of days) {
    const angle = (2 * Math.PI * day) / period;
    x += Math.cos(angle);
    y += Math.sin(angle);
  }
  return Math.hypot(x, y) / days.length;
}

/** Months are written as their first day, whose weekday says nothing. */
const beginsMonth = (day: number): boolean => new Date(day * 86_400_000).getUTCDate() === 1;

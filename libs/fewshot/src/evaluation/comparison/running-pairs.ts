/** Mean and standard deviation of the differences of one candidate's values and another's. */
export interface RunningPair {
  readonly mean: number;
  readonly deviation: number;
}

/** Differences of all pairs of lists, unit after unit in one pass (Welford 1962). */
export function runningPairs(values: readonly ArrayLike<number>[]) {
  const k = values.length;
  const means = new Float64Array(k * k);
  const squares = new Float64Array(k * k);
  const sums = new Float64Array(k);
  let n = 0;
  return {
    /** Takes up the unit at this place of every list. */
    add(at: number): void {
      n++;
      for (let i = 0; i < k; i++) {
        const own = (values[i] as ArrayLike<number>)[at] as number;
        sums[i] = (sums[i] as number) + own;
        for (let j = i + 1; j < k; j++) {
          const pair = i * k + j;
          const difference = own - ((values[j] as ArrayLike<number>)[at] as number);
          const step = difference - (means[pair] as number);
          means[pair] = (means[pair] as number) + step / n;
          squares[pair] = (squares[pair] as number) + step * (difference - (means[pair] as number));
        }
      }
    },
    /** Place of the list with the largest mean; the first of equal ones. */
    leader: (): number => sums.indexOf(Math.max(...sums)),
    /** Of a − b. */
    of(a: number, b: number): RunningPair {
      const pair = Math.min(a, b) * k + Math.max(a, b);
      const mean = (a < b ? 1 : -1) * (means[pair] as number);
      return { mean, deviation: Math.sqrt((squares[pair] as number) / Math.max(1, n - 1)) };
    },
  };
}

/** Bins of a column at most; a column with fewer different values has one for each, and nothing is lost. */
const MOST_BINS = 256;

/** Columns as small whole numbers in the order of their values. */
export interface Binned {
  /** Of each column, the bin of each row. */
  readonly codes: readonly Uint16Array[];
  /** Of each column, the least and the largest value in each of its bins. */
  readonly least: readonly Float64Array[];
  readonly largest: readonly Float64Array[];
}

/** Bins hold about as many rows each; equal values share one. */
export function binned(columns: readonly Float64Array[]): Binned {
  const codes: Uint16Array[] = [];
  const least: Float64Array[] = [];
  const largest: Float64Array[] = [];
  for (const column of columns) {
    const ends = binEnds(column);
    least.push(ends.least);
    largest.push(ends.largest);
    codes.push(Uint16Array.from(column, (value) => firstFrom(ends.largest, value)));
  }
  return { codes, least, largest };
}

function binEnds(column: Float64Array): { least: Float64Array; largest: Float64Array } {
  const sorted = Float64Array.from(column).sort();
  const different = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  if (different.length <= MOST_BINS) return { least: different, largest: different };
  const least: number[] = [];
  const largest: number[] = [];
  const size = sorted.length / MOST_BINS;
  for (let from = 0; from < sorted.length; ) {
    let to = Math.min(sorted.length, Math.max(from + 1, Math.round((least.length + 1) * size)));
    while (to < sorted.length && sorted[to] === sorted[to - 1]) to++;
    least.push(sorted[from] as number);
    largest.push(sorted[to - 1] as number);
    from = to;
  }
  return { least: Float64Array.from(least), largest: Float64Array.from(largest) };
}

/** The first place whose value is not below. */
function firstFrom(rising: Float64Array, value: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What the folds said of one arm. Accuracies in 0…1, standard errors over examples. */
export interface ArmProbe {
  /** Accuracy when fitted on half of the examples, and on most of them. */
  readonly half: number;
  readonly most: number;
  /** Standard error of `most`, of `most` − `half` (on the same examples), and of `most` minus the mean of all arms. */
  readonly error: number;
  readonly gainError: number;
  readonly apartError: number;
}

/** [n] share of rightly classified appearances of each example, by training size. */
export interface ArmHits {
  readonly half: Float64Array;
  readonly most: Float64Array;
}

/**
 * All arms were scored on the same examples, so that what makes an example easy or hard for all of them falls out of their
 * differences. A standard error is never below that of half an example, since n right ones do not prove that none is wrong.
 */
export function probedArms(hits: ReadonlyMap<string, ArmHits>): Map<string, ArmProbe> {
  const all = [...hits.values()];
  const n = all[0]?.most.length ?? 0;
  const mean = Float64Array.from(
    { length: n },
    (_, i) => all.reduce((sum, { most }) => sum + (most[i] as number), 0) / all.length,
  );
  return new Map(
    [...hits].map(([key, { half, most }]) => [
      key,
      {
        half: meanOf(half),
        most: meanOf(most),
        error: standardErrorOf(most),
        gainError: standardErrorOf(most.map((value, i) => value - (half[i] as number))),
        apartError: standardErrorOf(most.map((value, i) => value - (mean[i] as number))),
      },
    ]),
  );
}

const meanOf = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;

function standardErrorOf(values: Float64Array): number {
  const [n, mean] = [values.length, meanOf(values)];
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.max(0.5 / n, Math.sqrt(squares / Math.max(1, n - 1) / n));
}

export interface Rates {
  readonly threshold: number;
  readonly recall: number;
  readonly falsePositiveRate: number;
  readonly precision: number;
}

/** What held-out examples say of a threshold, by points from the highest on; precision is null where nothing is positive. */
export const atThreshold = (
  points: readonly Rates[],
  threshold: number,
): Omit<Rates, 'precision'> & { readonly precision: number | null } =>
  points.findLast((point) => point.threshold >= threshold) ?? {
    threshold,
    recall: 0,
    falsePositiveRate: 0,
    precision: null,
  };

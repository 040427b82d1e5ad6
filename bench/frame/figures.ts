/** The mean of some numbers; NaN of none. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** A share of 1 in percent. */
export const percent = (share: number, digits: number): string => (100 * share).toFixed(digits);

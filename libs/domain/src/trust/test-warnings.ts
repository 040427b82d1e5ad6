/** How an import warns of copies in several parts. */
export const OPTIMISTIC_TEST = 'test results will look better than they are';

/** The warnings of a version that affect its test results. */
export const testWarnings = (warnings: readonly string[]): string[] =>
  warnings.filter((warning) => warning.includes(OPTIMISTIC_TEST));

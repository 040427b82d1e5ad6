import type { TestReport } from '@kshot/domain';

/** Classes of which the part that was tested has no example: what the report says does not hold for them. */
export const untestedClasses = ({ confusion: { classes, counts } }: TestReport): string[] =>
  classes.filter((_, k) => !counts[k]?.some((count) => count > 0));

/** Classes that were tested, and of which no example was told right. */
export const missedClasses = ({ confusion: { classes, counts } }: TestReport): string[] =>
  classes.filter((_, k) => counts[k]?.some((count) => count > 0) && counts[k]?.[k] === 0);

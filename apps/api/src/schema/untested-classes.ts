import type { TestReport } from '@kshot/domain';

/** Classes of which the part that was tested has no example: what the report says does not hold for them. */
export const untestedClasses = ({ confusion: { classes, counts } }: TestReport): string[] =>
  classes.filter((_, k) => !counts[k]?.some((count) => count > 0));

/** Named numbers without those that are not finite, such as the loss of a run that diverged. */
export const finiteValues = (values: unknown): Record<string, number> =>
  Object.fromEntries(
    Object.entries((values ?? {}) as Record<string, unknown>).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number' && Number.isFinite(entry[1]),
    ),
  );

/** A report in which every number is one; null where one is not, as JSON keeps NaN as null. */
export const wholeReport = <T>(report: T | null | undefined): T | null =>
  report !== undefined && isWhole(report) ? report : null;

function isWhole(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || Object.values(value).every(isWhole);
}

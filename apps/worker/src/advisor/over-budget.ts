import type { AdvisorBudget } from '@kshot/domain';

const MEGABYTE = 1e6;

/** Which limit an option breaks, in words; null where it fits. */
export function overBudget(
  { seconds, memoryBytes, storedBytes }: Required<AdvisorBudget>,
  budget: AdvisorBudget,
): string | null {
  const over = (value: number, most: number | undefined): most is number =>
    most !== undefined && value > most;
  const size = (bytes: number) => `${(bytes / MEGABYTE).toPrecision(3)} MB`;
  if (over(seconds, budget.seconds))
    return `It would take about ${seconds.toFixed(1)} seconds; the budget has ${budget.seconds}.`;
  if (over(memoryBytes, budget.memoryBytes))
    return `It would need about ${size(memoryBytes)} of memory; the budget has ${size(budget.memoryBytes)}.`;
  if (over(storedBytes, budget.storedBytes))
    return `It would keep about ${size(storedBytes)}; the budget has ${size(budget.storedBytes)}.`;
  return null;
}

/** The summary's value of that name; null where the run has not come to it. */
export function summaryValue(
  summary: readonly { name: string; value: number }[],
  name: string,
): number | null {
  return summary.find((each) => each.name === name)?.value ?? null;
}

const MEGABYTE = 1e6;

export type BudgetTexts = { seconds: string; memory: string; stored: string };

/** What is wrong with a limit as it was typed; null where nothing is. */
export const problemWith = (text: string): string | null =>
  text.trim() === '' || Number(text) > 0 ? null : 'A number above 0, or nothing.';

/** Limits as the API takes them; what is empty is not limited. */
export function budgetOf({ seconds, memory, stored }: BudgetTexts) {
  const limit = (text: string, unit: number) => (text.trim() === '' ? null : Number(text) * unit);
  return {
    seconds: limit(seconds, 1),
    memoryBytes: limit(memory, MEGABYTE),
    storedBytes: limit(stored, MEGABYTE),
  };
}

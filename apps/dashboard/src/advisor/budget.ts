import { formatDuration } from '../format/duration';

const MEGABYTE = 1e6;

export type BudgetTexts = { seconds: string; memory: string; stored: string };

/** Limits as the API gives them; null is not limited. */
export type Budget = {
  seconds?: number | null;
  memoryBytes?: number | null;
  storedBytes?: number | null;
};

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

/** Limits of an answer as they would be typed. */
export function textsOf({ seconds, memoryBytes, storedBytes }: Budget): BudgetTexts {
  const text = (limit: number | null | undefined, unit: number) =>
    limit == null ? '' : String(Number((limit / unit).toPrecision(12)));
  return {
    seconds: text(seconds, 1),
    memory: text(memoryBytes, MEGABYTE),
    stored: text(storedBytes, MEGABYTE),
  };
}

/** What an answer was limited to, in a sentence; null where nothing was. */
export function limitsOf(budget: Budget): string | null {
  const { memory, stored } = textsOf(budget);
  const limits = [
    ...(budget.seconds == null ? [] : [`at most ${formatDuration(budget.seconds)}`]),
    ...(memory ? [`at most ${memory} MB of memory`] : []),
    ...(stored ? [`a model of at most ${stored} MB`] : []),
  ];
  if (limits.length === 0) return null;
  return `This answer was made within limits: ${limits.join(', ')}. Clear the fields and ask again for one without.`;
}

import type { MistakeCostsInput } from '@/generated/graphql';

export type TypedCosts = { miss: string; falseAlarm: string };

export const typedCosts = (costs: MistakeCostsInput | null): TypedCosts => ({
  miss: String(costs?.miss ?? 1),
  falseAlarm: String(costs?.falseAlarm ?? 1),
});

/** A cost as it was typed, with a decimal point or comma; null where it is no number from 0 on. */
export function costIn(text: string): number | null {
  const cost = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(cost) && cost >= 0 ? cost : null;
}

export function costsIn({ miss, falseAlarm }: TypedCosts): MistakeCostsInput | null {
  const [one, other] = [costIn(miss), costIn(falseAlarm)];
  return one === null || other === null ? null : { miss: one, falseAlarm: other };
}

/** What comes of a mistake that costs nothing, in a sentence; null where both cost something, or neither does. */
export function freeMistakeText(
  { miss, falseAlarm }: MistakeCostsInput,
  { positive, other }: { positive: string; other: string },
): string | null {
  if (miss === 0 && falseAlarm > 0) return `If a miss costs nothing, the model always answers ${other}.`;
  if (falseAlarm === 0 && miss > 0)
    return `If a false alarm costs nothing, the model always answers ${positive}.`;
  return null;
}

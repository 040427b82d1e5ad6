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

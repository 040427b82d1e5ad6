import type { Figure } from '@kshot/fewshot';

export const points = (share: number): string => `${(100 * share).toFixed(1).replace('-', '−')} points`;

/** Null where relabelling as suggested was not measured, or gains accuracy for sure. */
export function relabelWarning(figure: Figure | null): string | null {
  if (!figure || figure.low >= 0) return null;
  const effect = figure.value < 0 ? 'is expected to cost' : 'may cost';
  return `Relabelling ${effect} accuracy: ${intervalOf(figure)}.`;
}

export const intervalOf = ({ value, low, high }: Figure, what = ''): string =>
  `${points(value)}${what}, 95 % interval ${points(low)} to ${points(high)}`;

import { formatValue } from '../../format/number';

/** What is written beside an axis: as values are, with more decimals where two would read the same. Null has no text. */
export function tickTexts(values: readonly (number | null)[]): string[] {
  const shown = values.filter((value) => value !== null);
  const texts = shown.map(formatValue);
  if (new Set(texts).size === texts.length) return values.map(textBy(formatValue));
  const gap = Math.min(...shown.slice(1).map((value, i) => Math.abs(value - (shown[i] as number))));
  const digits = Math.min(20, Math.max(0, Math.ceil(-Math.log10(gap) - 1e-9)));
  const precise = new Intl.NumberFormat('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return values.map(textBy(precise.format));
}

const textBy =
  (format: (value: number) => string) =>
  (value: number | null): string =>
    value === null ? '' : format(value);

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** 1234567 → "1,234,567". */
export const formatCount = (count: number): string => grouped.format(count);

/** A quantity to four significant digits, without exponents where a person reads better without. */
export function formatValue(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size < 1e-3 || size >= 1e7) return value.toExponential(2).replace('e+', 'e');
  if (size >= 1000) return grouped.format(value);
  return Number(value.toPrecision(4)).toString();
}

/** What is left of 1 by rounding errors. */
const NOTHING = 1e-9;

/** A share 0…1 as a percentage with one decimal, not to be broken at the blank: 0.9722 → "97.2 %". Only all of them are 100 %. */
export function formatShare(share: number, digits = 1): string {
  const most = share < 1 - NOTHING ? 100 - 10 ** -digits : 100;
  return `${Math.min(share * 100, most).toFixed(digits)}\u00a0%`;
}

/** "1 class", "3 classes". */
export function formatMany(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** As far as the API counts the items of a list. */
const MOST_COUNTED = 10_000;

/** "3 runs" of a list; of one that is longer than is counted "10,000+ runs". */
export const formatListed = (count: number, one: string, many = `${one}s`): string =>
  count > MOST_COUNTED ? `${formatCount(MOST_COUNTED)}+ ${many}` : formatMany(count, one, many);

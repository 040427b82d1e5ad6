import { durationIn } from './durations.js';
import { asDecimal } from './fractions.js';
import { type Letters, magnitudeOf, magnitudeWords, plainDigits } from './magnitudes.js';

/** How the numbers of a column are written. */
export interface NumberFormat {
  readonly decimal: '.' | ',';
  readonly letters?: Letters | undefined;
}

const missing = new Set([
  ...['', '?', '??', '-', '--', '---', '–', '—', '.', '..', '*', '/'],
  ...[
    'na',
    'n/a',
    '#n/a',
    '#na',
    'n.a.',
    'n.a',
    'nan',
    '-nan',
    '1.#ind',
    '1.#qnan',
    '-1.#ind',
    'null',
    '(null)',
    '[null]',
  ],
  ...[
    'none',
    'nil',
    '<na>',
    'nat',
    '\\n',
    'undefined',
    'missing',
    'not available',
    'k.a.',
    '#value!',
    '#ref!',
  ],
  ...['#div/0!', '#num!', '#name?', '#null!', 'inf', '-inf', '+inf', 'infinity', '-infinity'],
]);

/** Whether a cell of a table stands for a value that is not there. */
export function isMissing(cell: string): boolean {
  const first = cell.charCodeAt(0);
  if (first >= 49 && first <= 57 && cell.length < 5) return false;
  return cell.length <= 20 && (missing.has(cell.trim().toLowerCase()) || overflows(cell));
}

/** Whether a cell is written as a number that no computer here can hold, such as 1e400. */
export const overflows = (cell: string): boolean =>
  (cell.includes('e') || cell.includes('E')) &&
  /^\s*[+-]?[\d.]+e\+?\d{3,}\s*$/i.test(cell) &&
  !Number.isFinite(Number(cell));

/** A number as programs write it; NaN for all else. */
export function plainNumber(cell: string): number {
  if (cell === '' || cell.length > 40) return Number.NaN;
  const value = Number(cell);
  if (!Number.isFinite(value)) return Number.NaN;
  const second = cell.charCodeAt(1) | 32;
  const hex = cell.charCodeAt(0) === 48 && (second === 120 || second === 98 || second === 111);
  return hex || cell.trim() === '' ? Number.NaN : value;
}

const currencies = String.raw`(?:US|NZ|HK|NT|MX|[ACRS])?\$|[€£¥₹₽₩₺₫฿₴₦₪₱₸₡₲₵₭₮₼₾]|(?:Rp|RM|S\/\.?|B\/\.?|Bs\.?|Kč|zł|Ft|lei|лв|руб|SFr|Fr|IDR|MYR|THB|PHP|VND|KRW|TWD|HKD|SGD|NZD|ILS|COP|CLP|ARS|PEN|UAH|RON|BGN|ISK|AED|SAR|EGP|NGN|KES|USD|EUR|GBP|CHF|JPY|CNY|INR|AUD|CAD|BRL|SEK|NOK|DKK|PLN|CZK|HUF|RUB|TRY|ZAR|MXN|kr|Rs\.?)`;
const numberWith = (point: string, comma: string) =>
  String.raw`(?:\d{1,3}(?:${comma}\d{3})+|\d{1,2}(?:${comma}\d{2})+${comma}\d{3}|\d+)(?:${point}\d*)?|${point}\d+`;
const pattern = (point: string, comma: string) =>
  new RegExp(
    String.raw`^([+-]?)\s*(?:${currencies})?\s*([+-]?)(${numberWith(point, comma)})(e[+-]?\d+)?\s*(?:${currencies})?\s*(%|‰|${magnitudeWords}|[\p{L}°µ℃℉][\p{L}°µ/²³0-9]{0,5}\.?)?$`,
    'iu',
  );
const patterns = { '.': pattern(String.raw`\.`, ','), ',': pattern(',', String.raw`\.`) };

/** A number with its unit. */
export interface Measured {
  readonly value: number;
  readonly unit: string;
}

const bound = /^(?:[<>]=?|[≤≥])\s*(?=[\d.,+-])/;

/** Whether a cell says only what a value is below or above, as laboratories do: <0.5. */
export const isBound = (cell: string): boolean => bound.test(cell.trim());

/**
 * Reads a number as people write it: thousands between commas (also lakhs), dots, spaces or apostrophes, currency, percent before or
 * behind, unit, thousands as k, lakhs and crores, parentheses or a sign behind for a minus, a dash for no cents, hours and minutes,
 * fractions (3½), powers of ten (2 × 10⁴), digits of other scripts. What stands behind ± is left out. A bound such as <0.5 is the bound itself.
 */
export function parseNumber(cell: string, { decimal, letters }: NumberFormat): Measured | undefined {
  if (cell.length > 60) return undefined;
  let text = plainDigits(asDecimal(cell, decimal))
    .trim()
    .replace(bound, '')
    .replaceAll(/[\u2212\u2010-\u2012]/g, '-')
    .replaceAll(/(?<=\d)[\s\u00a0\u202f\u2009'’](?=\d{3}(\D|$))/g, '')
    .replace(/^'(?=[\d+-])/, '')
    .replace(/\s*(?:±|\+\/-)\s*[\d.,]+(?=\D*$)/, '')
    .replace(/^(?:~|≈|ca\.|circa|approx\.?)\s*(?=[\d$€£+-])/i, '')
    .replace(/(\d)(?:[.,]\s?[-–—]{1,2}|\/-)(?=\s|$|[$€£])/, '$1')
    .replace(/^(\d[\d.,]*)-$/, '-$1')
    .replace(/^([+-]?)%\s*(?=[\d.,])(.*)$/, '$1$2%');
  const negative = /^\(.*\)$/.test(text);
  if (negative) text = text.slice(1, -1).trim();
  const found = patterns[decimal].exec(text);
  if (!found) return durationIn(text);
  const [, sign = '', inner = '', digits = '', power = '', unit = ''] = found;
  if (sign !== '' && inner !== '') return undefined;
  const plain = decimal === '.' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.');
  const value = Number(plain + power);
  if (!Number.isFinite(value)) return undefined;
  const times = magnitudeOf(unit, /₹|Rs|INR/i.test(text), letters);
  const size = times === undefined ? value : times * value;
  return {
    value: sign === '-' || inner === '-' || negative ? -size : size,
    unit: times !== undefined ? '' : unit.toLowerCase().replace(/\.$/, ''),
  };
}

/** Whether a cell is a number in either way of writing, without a unit. */
export function looksLikeNumber(cell: string): boolean {
  if (!Number.isNaN(plainNumber(cell))) return true;
  const read = parseNumber(cell, { decimal: '.' }) ?? parseNumber(cell, { decimal: ',' });
  return read !== undefined && (read.unit === '' || read.unit === '%');
}

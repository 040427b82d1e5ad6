export type DateOrder = 'YMD' | 'DMY' | 'MDY';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const clock = String.raw`(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(am|pm)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?`;
const numeric = new RegExp(String.raw`^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})${clock}$`, 'i');
const named = new RegExp(
  String.raw`^(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z]*\.?|([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?[\s-]+(\d{4})${clock}$`,
  'i',
);

/** Days since 1970 of a date, with the time as a fraction; undefined where the cell is none in this order. */
export function parseDate(cell: string, order: DateOrder): number | undefined {
  const text = cell.trim();
  if (text.length < 6 || text.length > 40) return undefined;
  const found = numeric.exec(text);
  if (found) {
    const [, a = '', , b = '', c = ''] = found;
    const [y, m, d] = order === 'YMD' ? [a, b, c] : order === 'DMY' ? [c, b, a] : [c, a, b];
    if (y.length !== 4 || d.length > 2) return undefined;
    return daysOf(Number(y), Number(m), Number(d), found.slice(5));
  }
  const words = named.exec(text);
  if (!words) return undefined;
  const [, d1, m1, m2, d2, y] = words;
  const month = months.indexOf((m1 ?? m2 ?? '').toLowerCase()) + 1;
  return daysOf(Number(y), month, Number(d1 ?? d2), words.slice(6));
}

function daysOf(y: number, m: number, d: number, time: readonly (string | undefined)[]): number | undefined {
  const [h = '0', min = '0', s = '0', fraction = '0', half, zone] = time;
  if (m < 1 || m > 12 || d < 1 || d > 31 || Number(h) > 24 || Number(min) > 59 || Number(s) > 60)
    return undefined;
  const hour = half ? (Number(h) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(h);
  const ms = Date.UTC(y, m - 1, d, hour, Number(min), Number(s)) + 1000 * Number(`0.${fraction}`);
  const offset = zone && /^[+-]/.test(zone) ? offsetOf(zone) : 0;
  const days = (ms - offset * 60_000) / 86_400_000;
  return new Date(Date.UTC(y, m - 1, d)).getUTCDate() === d ? days : undefined;
}

const offsetOf = (zone: string): number =>
  (zone.startsWith('-') ? -1 : 1) * (60 * Number(zone.slice(1, 3)) + Number(zone.slice(-2)));

export type DateOrder = 'YMD' | 'DMY' | 'MDY';

/**
 * How the names of the months begin, without accents: English, then what is other in German, French, Spanish, Italian, Portuguese,
 * Dutch, Turkish and Polish.
 */
const months = [
  'jan ene gen oca sty',
  'feb fev sub lut',
  'mar mrz mrt',
  'apr avr abr nis kwi',
  'may mai mag mei maj',
  'jun juin giu haz cze',
  'jul juil lug tem lip',
  'aug aou ago agu sie',
  'sep set eyl wrz',
  'oct okt ott out eki paz',
  'nov kas lis',
  'dec dez dic dek ara gru',
].map((names) => names.split(' '));

/** 1…12 of a name of a month or its beginning; 0 of anything else. */
function monthOf(name: string): number {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ı', 'i').toLowerCase();
  return months.findIndex((begins) => begins.some((begin) => plain.startsWith(begin))) + 1;
}
const clock = String.raw`(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(am|pm)?\s*(Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|[A-Z]{3,4})?)?`;
const numeric = new RegExp(String.raw`^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})${clock}$`, 'i');
const named = new RegExp(
  String.raw`^(?:(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s-]+(?:de\s+)?(\p{L}{3,12})\.?|(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?[\s-]+(?:de\s+)?(\d{4}|\d{2})${clock}$`,
  'iu',
);

/** 2024-01, 01/2024, January 2024, Jan-24, Q1 2024, 2024-Q1: its first day. */
const monthly =
  /^(?:(?<year>\d{4})[-/.](?<month>\d{1,2})|(?<m>\d{1,2})[-/.](?<y>\d{4})|(?<name>\p{L}{3,12})\.?[\s/-]+(?<of>\d{4}|(?<=-)\d{2})|(?<from>\d{4})[\s/-]*(?:Q(?<q>[1-4])|(?<named>\p{L}{3,12}))|Q(?<quarter>[1-4])[\s/-]*(?<at>\d{4}))$/iu;

function monthIn(text: string): number | undefined {
  const {
    year,
    month,
    m,
    y,
    name,
    of,
    from,
    q,
    named: called,
    quarter,
    at,
  } = monthly.exec(text)?.groups ?? {};
  const own = yearOf(year ?? y ?? of ?? from ?? at ?? '');
  if (own < 1000) return undefined;
  const third = q ?? quarter;
  return daysOf(
    own,
    third ? 3 * Number(third) - 2 : Number(month ?? m ?? monthOf(name ?? called ?? '')),
    1,
    [],
  );
}

/** 2024年1月5日, 2024년 1월 5일 */
const eastAsian = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/;

/** Monday, Mo., lun. before a date. */
const weekday = /^\p{L}{2,10}(?:\.?,\s*|\.\s+)(?=\d|\p{L}{3})|^(?:mon|tue|wed|thu|fri|sat|sun)\s+/iu;
/** Apr 06 22:19:45 PDT 2009, as programs in C write it. */
const yearLast = /^(\p{L}{3,9} \d{1,2}) (\d{1,2}:\d{2}:\d{2})(?: ([A-Z]{3,4}|[+-]\d{4}))? (\d{4})$/u;

/** Days since 1970 of a date, with the time as a fraction; undefined where the cell is none in this order. */
export function parseDate(cell: string, order: DateOrder): number | undefined {
  const text = cell
    .trim()
    .replace(eastAsian, '$1-$2-$3')
    .replace(weekday, '')
    .replace(yearLast, '$1, $4 $2 $3')
    .trim();
  if (text.length < 6 || text.length > 40) return undefined;
  const found = numeric.exec(text);
  if (found) {
    const [, a = '', , b = '', c = ''] = found;
    const [y, m, d] = order === 'YMD' ? [a, b, c] : order === 'DMY' ? [c, b, a] : [c, a, b];
    const short = order !== 'YMD' && y.length === 2 && m.length + d.length > 2;
    if (!(y.length === 4 || short) || d.length > 2) return undefined;
    return daysOf(yearOf(y), Number(m), Number(d), found.slice(5));
  }
  const words = named.exec(text);
  if (!words) return monthIn(text);
  const [, d1, m1, m2, d2, y] = words;
  return daysOf(yearOf(y ?? ''), monthOf(m1 ?? m2 ?? ''), Number(d1 ?? d2), words.slice(6));
}

/** Of two digits the nearer century: 24 is 2024, 85 is 1985. */
const yearOf = (year: string): number =>
  Number(year) + (year.length === 2 ? (Number(year) < 70 ? 2000 : 1900) : 0);

function daysOf(y: number, m: number, d: number, time: readonly (string | undefined)[]): number | undefined {
  const [h = '0', min = '0', s = '0', fraction = '0', half, zone] = time;
  if (m < 1 || m > 12 || d < 1 || d > 31 || Number(h) > 24 || Number(min) > 59 || Number(s) > 60)
    return undefined;
  const hour = half ? (Number(h) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(h);
  const ms = Date.UTC(y, m - 1, d, hour, Number(min), Number(s)) + 1000 * Number(`0.${fraction}`);
  const offset = zone ? offsetOf(zone) : 0;
  if (offset === undefined) return undefined;
  const days = (ms - offset * 60_000) / 86_400_000;
  return new Date(Date.UTC(y, m - 1, d)).getUTCDate() === d ? days : undefined;
}

/** Hours from UTC, and the names that forms and logs write for them. */
const zones: readonly (readonly [hours: number, names: string])[] = [
  [0, 'z utc gmt wet'],
  [1, 'west bst cet'],
  [2, 'cest eet'],
  [3, 'eest msk'],
  [5.5, 'ist'],
  [9, 'jst kst'],
  [10, 'aest'],
  [11, 'aedt'],
  [-4, 'edt'],
  [-5, 'est cdt'],
  [-6, 'cst mdt'],
  [-7, 'mst pdt'],
  [-8, 'pst'],
];

/** Minutes from UTC; undefined of a zone that is not known. */
function offsetOf(zone: string): number | undefined {
  const [, sign, hours, minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  if (hours !== undefined) return (sign === '-' ? -1 : 1) * (60 * Number(hours) + Number(minutes));
  const named = zones.find(([, names]) => names.split(' ').includes(zone.toLowerCase()));
  return named && 60 * named[0];
}

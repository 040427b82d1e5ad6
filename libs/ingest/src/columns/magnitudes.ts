/** What letters behind numbers mean where that is up to the column: K, M and B multiply, or are units such as kelvin and metres. */
export type Letters = 'MAGNITUDES' | 'UNITS';

const words = new Map<string, number>([
  ...['k', 'thousand', 'tsd'].map((word) => [word, 1e3] as const),
  ...['lakh', 'lakhs', 'lac', 'lacs'].map((word) => [word, 1e5] as const),
  ...['million', 'millions', 'mio', 'mln', 'mn'].map((word) => [word, 1e6] as const),
  ...['crore', 'crores'].map((word) => [word, 1e7] as const),
  ...['billion', 'billions', 'bn', 'mrd'].map((word) => [word, 1e9] as const),
]);
/** Letters that multiply in some columns and are units in others. */
const letterSizes = new Map([
  ['K', 1e3],
  ['M', 1e6],
  ['B', 1e9],
]);
/** Behind rupees: ₹1.2 Cr, Rs 45 L. */
const rupeeSizes = new Map([
  ['l', 1e5],
  ['cr', 1e7],
]);

/** Words behind a number that multiply it. */
export const magnitudeWords = [...words.keys()].filter((word) => word.length > 1).join('|');

/** How many ones a unit stands for; undefined where it is no magnitude. */
export function magnitudeOf(
  unit: string,
  inRupees: boolean,
  letters: Letters | undefined,
): number | undefined {
  const plain = unit.replace(/\.$/, '');
  const size = letterSizes.get(plain);
  if (size !== undefined && letters !== undefined) return letters === 'MAGNITUDES' ? size : undefined;
  const lower = plain.toLowerCase();
  return (inRupees ? rupeeSizes.get(lower) : undefined) ?? words.get(lower);
}

/** What such letters mean in a column: where every cell has a K it is a unit; where some have an M or a B and some another or none they multiply. */
export function lettersOf(cells: Iterable<string>): Letters | undefined {
  const ends = new Set<string>();
  for (const cell of cells) ends.add(/\d\s*([KMBk])$/.exec(cell)?.[1] ?? '');
  if (ends.size === 1 && ends.has('K')) return 'UNITS';
  return ends.size > 1 && (ends.has('M') || ends.has('B')) ? 'MAGNITUDES' : undefined;
}

/** The zeros of scripts whose digits stand for those of ASCII. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

/** Digits, signs and decimal signs of other scripts as those of ASCII. */
export const plainDigits = (text: string): string =>
  text
    .replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('￥', '¥')
    .replaceAll('￡', '£')
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replaceAll(/(?![0-9])\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) as number;
      const zero = zeros.find((first) => code >= first && code < first + 10);
      return zero === undefined ? digit : String(code - zero);
    });

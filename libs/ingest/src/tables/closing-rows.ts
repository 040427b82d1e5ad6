import { looksLikeNumber } from '../columns/parse-number.js';

type Row = readonly string[];

/** Rows at the end that are looked at. */
export const MOST_CLOSING = 12;

const TOTAL =
  /^(grand |sub)?(total|totals|totale|totaal|sum|summe|gesamt|insgesamt|gesamtsumme|suma|somme|toplam|genel toplam|итого|всего|合计|总计|合計)\s*(?::.{0,40})?$/i;
const AVERAGE =
  /^(overall |grand )?(average|avg|mean|median|durchschnitt|ø|mittelwert|mittel|moyenne|médiane|promedio|media|mediana|média|gemiddelde|mediaan|ortalama|medyan|średnia|среднее|медиана|平均|平均值|中位数|中央値)\s*[.:]?$/i;
/** Words that may be names too: they need another one of these, or an average, beside them. */
const SPREAD =
  /^(min|max|minimum|maximum|min\s*\/\s*max|mín|máx|мин|макс|最小|最大|最小值|最大值|std|std\.?\s?dev|stdev|stddev|sd|st\.?\s?dev|standard deviation|standardabweichung|écart[- ]type|desviación( estándar)?|deviazione standard|variance|varianz|count|anzahl|25\s?%|50\s?%|75\s?%)\s*[.:]?$/i;
const NOTE =
  /^(?:(?:sources?|notes?|quellen?|hinweis|anmerkung|fuente|fonte|kaynak|nota|remarque|stand|источник|来源|资料来源)\s*[:：]|\*|©)/i;

/** How many of the last rows close a table of several columns and are none of it: sums, averages, and notes on where it is from. */
export function closingRows(rows: readonly Row[]): number {
  const standsOut = (row: Row): boolean => isShort(row, rows[0] as Row) || areDifferent(rows.map(firstOf));
  let closing = 0;
  let averages = 0;
  const spreads: string[] = [];
  for (const row of rows.toReversed()) {
    const average = summarises(row, AVERAGE) && standsOut(row);
    const spread = summarises(row, SPREAD) && standsOut(row);
    if (!average && !spread && !summarises(row, TOTAL) && !isNote(row)) break;
    if (average) averages++;
    if (spread) spreads.push(firstOf(row));
    closing++;
  }
  const sure = spreads.length === 0 || (averages + spreads.length > 1 && areDifferent(spreads));
  return sure ? closing : rows.toReversed().findIndex((row) => summarises(row, SPREAD));
}

const filledIn = (row: Row): string[] => row.map((cell) => cell.trim()).filter((cell) => cell !== '');
const firstOf = (row: Row): string => filledIn(row)[0] ?? '';
const isShort = (row: Row, other: Row): boolean => filledIn(row).length < filledIn(other).length;
const areDifferent = (words: readonly string[]): boolean => new Set(words).size === words.length;
const isNote = (row: Row): boolean => filledIn(row).length === 1 && NOTE.test(firstOf(row));

/** Whether a row begins with such a word, and holds nothing but numbers and such words behind it. */
function summarises(row: Row, word: RegExp): boolean {
  const [first = '', ...others] = filledIn(row);
  return word.test(first) && others.every((cell) => looksLikeNumber(cell) || word.test(cell));
}

/** A line of dashes that divides the names from the rows, as Markdown has it, or parts of a printed list. */
export function isRuler(row: Row): boolean {
  let filled = 0;
  for (const cell of row) {
    const text = cell.trim();
    if (text === '') continue;
    if (!/^:?-{2,}:?$/.test(text)) return false;
    filled++;
    if (text.length > 4) filled++;
  }
  return filled > 1;
}

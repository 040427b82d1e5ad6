import iconv from 'iconv-lite';
import { alphabets, lastLetters } from './alphabets.js';
import { wideEncodings } from './byte-encodings.js';
import { likeliest } from './likelihood.js';

/** Share of what is beyond ASCII that must belong to one language: of Latin texts, and of those in other letters. */
const ENOUGH = { latin: 0.6, other: 0.9 };

/** The encoding in which bytes that are not UTF-8 make words of a language, as iconv-lite calls it. */
export function guessEncoding(bytes: Buffer): string {
  const lettered = byAlphabet(bytes);
  if (lettered.share >= (lettered.other ? ENOUGH.other : ENOUGH.latin)) return lettered.name;
  return likeliest([bytes.subarray(0, SAMPLE)], wideEncodings);
}

const SAMPLE = 16 * 1024;

/** Of the ways to read letters of one byte the one in which a language has most of them; the most usual one of several. */
function byAlphabet(bytes: Buffer): { name: string; share: number; other: boolean } {
  let best = { name: 'windows-1252', share: Number.NEGATIVE_INFINITY, other: false };
  for (const { languages, encodings, other = false } of alphabets)
    for (const name of encodings) {
      const text = iconv.decode(bytes, name);
      for (const letters of languages) {
        const share = fit(text, new Set(letters + letters.toUpperCase()), other);
        if (share > best.share) best = { name, share, other };
      }
    }
  return best;
}

/** Marks that texts of any language have, and those that do not follow a letter. */
const MARKS = new Set('\u00a0‘’‚“”„«»‹›–—…•·°§€©®™†ªº№');
const APART = new Set('£¥²³½¼¾±×µ¡¿');

const isMark = (letter: string, before: string, after: string): boolean =>
  APART.has(letter)
    ? !isLetter(before) || /m[²³]/i.test(before + letter)
    : MARKS.has(letter) && (letter === '’' || !isLetter(before) || !isLetter(after));

/**
 * How much of what is beyond ASCII belongs to a language, at most 1: letters of its alphabet, capitals a little less, and marks of Latin
 * texts; what is strange counts against it: other letters, a capital behind a small letter, a mark between two letters, a letter of
 * another script beside a Latin one.
 */
function fit(text: string, letters: ReadonlySet<string>, other: boolean): number {
  let [score, all] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] as string;
    if (letter <= '\u007f') continue;
    all++;
    const [before, after] = [text[i - 1] ?? '', text[i + 1] ?? ''];
    if (letters.has(letter)) {
      const strange =
        (isCapital(letter) && isSmall(before)) ||
        (other && (isLatin(before) || isLatin(after))) ||
        (lastLetters.has(letter) && isLetter(after));
      score += strange ? -1 : isCapital(letter) ? 0.95 : 1;
    } else if (!isMark(letter, before, after)) score--;
    else if (!other) score++;
  }
  return score / Math.max(1, all);
}

const isLatin = (letter: string): boolean => /[a-z]/i.test(letter);
const isLetter = (letter: string): boolean => /\p{L}/u.test(letter);
const isCapital = (letter: string): boolean => /\p{Lu}/u.test(letter);
const isSmall = (letter: string): boolean => /\p{Ll}/u.test(letter);

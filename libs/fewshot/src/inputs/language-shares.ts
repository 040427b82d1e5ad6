/** Texts that are looked at. */
const LOOKED_AT = 500;

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

/** Frequent words that mark a text as English; those that other languages have too, such as “is” and “to”, say nothing. */
const english = new Set(
  words(
    `the and are were it this that these those i you he she we they my your his her our their him them what which who where
    when why how does did can could would should has have not for with at by from be been there if please want need about any
    some more than then just get but yes out us`,
  ),
);

/** Frequent words of Spanish, French, German, Italian, Portuguese, Dutch, Polish and Turkish. */
const others = new Set(
  words(
    `el la los las un una del al que es en por para con se mi su lo como pero quiero puedo cuando donde muy ya esta este hay soy
    le les des du une et est dans pour pas qui sur avec je vous nous il elle mon ma mes votre ce cette sont ont quand bonjour
    der das den dem ein eine einen und ist nicht ich sie wir ihr mit von zu auf für wie kann mein meine bitte auch nach wird sind bei
    di che non per sono della nel alla si ho questo questa ma quando dove
    o os um uma da dos das em não com meu minha seu eu você onde já está
    de het een van dat ik je niet op te zijn mijn er voor met naar heb hoe wat waar
    w z nie się jest jak po za czy mój moja od co gdzie kiedy proszę
    bir ve bu ne için ben benim mu değil çok nasıl var yok ile nerede lütfen`,
  ).filter((word) => !english.has(word)),
);

/** How many of the texts are English, are in another language with Latin letters or in a script of `READ`, and are in other scripts; the three sum to 1. */
export interface LanguageShares {
  readonly english: number;
  readonly foreign: number;
  readonly unread: number;
}

const letters = /\p{L}/gu;
const latin = /\p{Script=Latin}/gu;
/** Scripts of languages that multilingual encoders learn. */
const READ =
  /[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;

/** A simple guess by scripts, frequent words and letters with marks. A text that shows none of them says nothing; where most do, those count as English. */
export function languageShares(texts: readonly string[]): LanguageShares {
  const counts = { english: 0, foreign: 0, unread: 0, silent: 0 };
  const step = Math.max(1, Math.floor(texts.length / LOOKED_AT));
  for (let i = 0; i < texts.length; i += step) {
    const kind = kindOf((texts[i] as string).slice(0, 500));
    counts[kind]++;
  }
  const { foreign, unread, silent } = counts;
  const telling = counts.english + foreign + unread;
  const english = counts.english + (silent > telling ? silent : 0);
  const all = Math.max(1, english + foreign + unread);
  return { english: english / all, foreign: foreign / all, unread: unread / all };
}

function kindOf(text: string): keyof LanguageShares | 'silent' {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const all = count(letters);
  if (2 * count(latin) < all) return 2 * count(READ) >= all ? 'foreign' : 'unread';
  const found = words(text);
  const mark = found.filter((word) => others.has(word) || /[^a-z]/.test(word)).length;
  const known = found.filter((word) => english.has(word)).length;
  if (mark > known) return 'foreign';
  return known > 0 ? 'english' : 'silent';
}

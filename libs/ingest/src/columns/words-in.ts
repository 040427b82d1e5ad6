import { MOST_VALUES, type Profile } from './profile-column.js';

/** Cells that are looked at. */
const LOOKED_AT = 100;
/** Two words, or letters of a script without spaces. */
const WORDS =
  /\p{L}{2,}[^\p{L}]+\p{L}{2,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{4}/u;

/** Whether most cells are words and not codes, so that a sentence encoder can say what they are about. */
export function areWords({ values, meanWords }: Profile): boolean {
  const cells = [...values.keys()].slice(0, LOOKED_AT);
  return meanWords >= 2 && 2 * cells.filter((cell) => WORDS.test(cell)).length > cells.length;
}

/** Whether cells are sentences, titles or the like: several words, most of them different. */
export const areTexts = (profile: Profile): boolean => {
  const { distinct, present, meanWords } = profile;
  return (distinct >= MOST_VALUES || 2 * distinct > present) && meanWords >= 3 && areWords(profile);
};

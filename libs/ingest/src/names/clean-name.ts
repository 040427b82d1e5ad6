import { wellFormed } from './well-formed.js';

/** Longest name of a class, a column or an example. */
const LONGEST = 255;

/** A name as it is stored: composed (NFC), without control characters and surrounding space, at most 255 characters. */
export function cleanName(name: string): string {
  const plain = wellFormed(name)
    .normalize('NFC')
    .replaceAll(/\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' ')
    .trim();
  if (plain.length <= LONGEST) return plain;
  return `${wellFormed(plain.slice(0, LONGEST - 1)).replace(/\ufffd$/, '')}…`;
}

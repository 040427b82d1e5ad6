import { createHash } from 'node:crypto';
import { wellFormed } from './well-formed.js';

/** Longest name of a class, a column or an example. */
const LONGEST = 255;

/** A name as it is stored: composed (NFC), without control characters and surrounding space, at most 255 characters; a longer one ends in "…" and a mark of the rest, so that two long names stay two. */
export function cleanName(name: string): string {
  const plain = wellFormed(name)
    .normalize('NFC')
    .replaceAll(/\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' ')
    .trim();
  if (plain.length <= LONGEST) return plain;
  const mark = `…${createHash('sha256').update(plain).digest('hex').slice(0, 8)}`;
  return `${wellFormed(plain.slice(0, LONGEST - mark.length)).replace(/\ufffd$/, '')}${mark}`;
}

/** Whether a name as it is stored was shortened. */
export const isShortened = (name: string): boolean => /…[0-9a-f]{8}$/.test(name) && name.length > LONGEST - 2;

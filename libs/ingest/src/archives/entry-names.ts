import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { byteEncodings } from '../encodings/byte-encodings.js';
import { likeliest } from '../encodings/likelihood.js';

/**
 * Names as text: flagged ones as UTF-8, and the others too where all of them are valid; else these together in the encoding that
 * fits all of them. Two bytes of another encoding may happen to be valid UTF-8 (猫 in GBK is è), three hardly ever.
 */
export function decodeEntryNames(
  names: readonly { readonly raw: Buffer; readonly utf8: boolean }[],
): string[] {
  const valid = names.every(({ raw, utf8 }) => utf8 || isUtf8(raw));
  const plain = names.map(({ raw, utf8 }) => utf8 || isAscii(raw) || (isUtf8(raw) && (valid || isLong(raw))));
  const encoding = guessEncoding(names.filter((_, i) => !plain[i]).map(({ raw }) => raw));
  return names.map(({ raw }, i) => (plain[i] ? raw.toString('utf8') : iconv.decode(raw, encoding)));
}

/** Whether text in UTF-8 has a character of three bytes or more. */
const isLong = (raw: Buffer): boolean => raw.some((byte) => byte >= 0xe0);

/** Different names of folders and files that are looked at. */
const MOST = 2000;

/** The encoding in which the names, taken together, are likeliest. One name alone is too short to tell. */
function guessEncoding(raws: readonly Buffer[]): string {
  const pieces = new Map<string, Buffer>();
  for (const raw of raws) {
    for (const piece of raw.toString('latin1').split('/')) {
      const bytes = Buffer.from(piece, 'latin1');
      if (!isAscii(bytes)) pieces.set(piece, bytes);
    }
    if (pieces.size > MOST) break;
  }
  return likeliest([...pieces.values()], byteEncodings);
}

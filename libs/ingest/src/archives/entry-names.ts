import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { type NameEncoding, nameEncodings } from './name-encodings.js';

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
  const scores = nameEncodings.map((encoding) =>
    [...pieces.values()].reduce((sum, bytes) => sum + likelihood(bytes, encoding), encoding.prior),
  );
  return (nameEncodings[scores.indexOf(Math.max(...scores))] as NameEncoding).name;
}

/** Of one ASCII character: a pair that takes one up must be likelier than it. */
const ASCII = -3.4;
/** Of a character beside others than its encoding's letters usually stand beside. */
const STRAY = -2;

function likelihood(bytes: Buffer, encoding: NameEncoding): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number;
    const single = byte < 0x80 ? ASCII : encoding.single(byte);
    const length = single === undefined ? 2 : 1;
    sum += single ?? encoding.pair(byte, bytes[at + 1] ?? 0);
    const besideLetter = isLetter(bytes[at - 1]) || isLetter(bytes[at + length]);
    if (byte >= 0x80 && besideLetter !== encoding.mixed) sum += STRAY;
    at += length;
  }
  return sum;
}

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));

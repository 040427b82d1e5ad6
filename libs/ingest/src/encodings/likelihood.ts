import type { ByteEncoding } from './byte-encodings.js';

/** The name of the encoding in which pieces of text, taken together, are likeliest. */
export function likeliest(pieces: readonly Buffer[], encodings: readonly ByteEncoding[]): string {
  const scores = encodings.map((encoding) =>
    pieces.reduce((sum, bytes) => sum + likelihood(bytes, encoding), encoding.prior),
  );
  return (encodings[scores.indexOf(Math.max(...scores))] as ByteEncoding).name;
}

/** Of one ASCII character: a pair that takes one up must be likelier than it. */
const ASCII = -3.4;
/** Of a character beside others than its encoding's letters usually stand beside. */
const STRAY = -2;

function likelihood(bytes: Buffer, encoding: ByteEncoding): number {
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

import { isAscii, isUtf8 } from 'node:buffer';
import type { Source } from '../archives/archive.js';
import { guessEncoding } from './guess-encoding.js';

export interface Encoding {
  /** As iconv-lite calls it. */
  readonly name: string;
  /** Set where it was guessed by the bytes. */
  readonly guessed: boolean;
  /** Set of UTF-8 with a few bytes that are not; these become U+FFFD. */
  readonly strays?: boolean;
}

const SAMPLE = 256 * 1024;

/** Finds out how a text is encoded: by its mark, as UTF-8 if all of it is, as UTF-16 by its zero bytes, else by its letters. */
export async function detectEncoding(source: Source): Promise<Encoding> {
  const head = await source.head(4096);
  const marked = byMark(head);
  if (marked) return { name: marked, guessed: false };
  const foreign = await foreignBytes(source);
  if (!foreign) return { name: 'utf-8', guessed: false };
  return isMostlyUtf8(foreign)
    ? { name: 'utf-8', guessed: false, strays: true }
    : { name: guessEncoding(foreign), guessed: true };
}

/** One line in another encoding, of a file that was put together, does not make the others so. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder().decode(bytes);
  let [letters, strays] = [0, 0];
  for (const letter of text) {
    if (letter === '\ufffd') strays++;
    else if (letter > '\u007f') letters++;
  }
  return letters >= 5 && strays <= 0.2 * letters;
}

function byMark(head: Buffer): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2]!++;
  const half = head.length / 2;
  if (head.length >= 8 && zeros[1]! > 0.7 * half && zeros[0]! < 0.1 * half) return 'utf-16le';
  if (head.length >= 8 && zeros[0]! > 0.7 * half && zeros[1]! < 0.1 * half) return 'utf-16be';
  return undefined;
}

/** Lines with bytes beyond ASCII of a text that is not UTF-8; undefined where all of it is. */
async function foreignBytes(source: Source): Promise<Buffer | undefined> {
  let valid = true;
  let rest: Buffer = Buffer.alloc(0);
  const sample: Buffer[] = [];
  let sampled = 0;
  for await (const chunk of await source.stream()) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    const end = bytes.length - splitTail(bytes);
    const whole = bytes.subarray(0, end);
    rest = bytes.subarray(end);
    if (whole.length > 0 && sampled < SAMPLE && !isAscii(whole)) {
      sample.push(whole.subarray(0, SAMPLE - sampled));
      sampled += whole.length;
    }
    valid &&= isUtf8(whole);
    if (!valid && sampled >= SAMPLE) break;
  }
  valid &&= isUtf8(rest);
  return valid ? undefined : Buffer.concat([...sample, rest]);
}

/** Bytes at the end that begin a character of UTF-8 and do not end it. */
function splitTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

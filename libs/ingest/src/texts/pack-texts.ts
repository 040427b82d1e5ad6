import { DomainError, limits, type PackArray, type PackManifest } from '@kshot/domain';
import { quoteNames } from '../names/quote-names.js';
import { wellFormed } from '../names/well-formed.js';
import { contentKey } from '../pack/content-key.js';

export interface Content {
  readonly manifest: Pick<PackManifest, 'modality' | 'text' | 'columns'>;
  readonly arrays: Readonly<Record<string, PackArray>>;
  /** Of each example. */
  readonly keys: Float64Array;
  readonly warnings: readonly string[];
}

/** Texts as bytes of UTF-8 with their ends; too long ones are cut, and reported. Throws DATA_TOO_LARGE. */
export function packTexts(
  count: number,
  textAt: (index: number) => { readonly text: string; readonly name: string },
): Content {
  const offsets = new Int32Array(count + 1);
  const pieces: Buffer[] = [];
  const keys = new Float64Array(count);
  const cut: string[] = [];
  let [total, characters, longest] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const { text: whole, name } = textAt(i);
    const { text, bytes } = fittedText(wellFormed(whole));
    if (text.length < whole.length) cut.push(name);
    total += bytes.length;
    if (total > 2 ** 31 - 1)
      throw new DomainError(
        'DATA_TOO_LARGE',
        'The texts have more than 2 GiB together. Use fewer or shorter ones.',
      );
    pieces.push(bytes);
    offsets[i + 1] = total;
    characters += text.length;
    longest = Math.max(longest, text.length);
    keys[i] = contentKey(bytes);
  }
  const utf8 = new Uint8Array(total);
  for (const [i, bytes] of pieces.entries()) utf8.set(bytes, offsets[i]);
  return {
    manifest: {
      modality: 'TEXT',
      text: { meanCharacters: characters / Math.max(1, count), maxCharacters: longest },
    },
    arrays: {
      utf8: { shape: [utf8.length], values: utf8 },
      offsets: { shape: [offsets.length], values: offsets },
    },
    keys,
    warnings:
      cut.length > 0
        ? [
            `${cut.length} ${cut.length === 1 ? 'text is' : 'texts are'} longer than ${limits.textBytes} bytes and ${cut.length === 1 ? 'was' : 'were'} cut there: ${quoteNames(cut)}. Split long texts to use all of them.`,
          ]
        : [],
  };
}

/** The text with at most the allowed bytes, cut between characters. */
export function fittedText(text: string): { text: string; bytes: Buffer } {
  const bytes = Buffer.from(text);
  if (bytes.length <= limits.textBytes) return { text, bytes };
  const short = new TextDecoder().decode(bytes.subarray(0, limits.textBytes)).replace(/\ufffd+$/, '');
  return { text: short, bytes: Buffer.from(short) };
}

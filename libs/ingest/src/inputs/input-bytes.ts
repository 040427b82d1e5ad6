import type { Modality } from '@kshot/domain';
import type { RawInput } from './raw-input.js';

/** An input as bytes, to be kept: a picture as it came, a text in UTF-8, a row as JSON. */
export function inputBytes(input: RawInput): Uint8Array {
  if ('image' in input) return input.image;
  return Buffer.from('text' in input ? input.text : JSON.stringify(input.row));
}

/** The same read again. */
export function inputFrom(modality: Modality, bytes: Uint8Array): RawInput {
  if (modality === 'IMAGE') return { image: bytes };
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return modality === 'TEXT' ? { text } : { row: JSON.parse(text) };
}

import type { Packed } from '../engine/program.js';
import type { SentenceEncoderName } from './input-spec.js';

/** Texts → [texts, features]. */
export type TextEncoder = (texts: readonly string[]) => Packed;

const encoders = new Map<SentenceEncoderName, TextEncoder>();

/** Says how texts are encoded under a name, as tfjs is told of its backends: an encoder needs files and a backend. */
export const setTextEncoder = (name: SentenceEncoderName, encode: TextEncoder): void => {
  encoders.set(name, encode);
};

/** Throws RangeError where this backend has no such encoder. */
export function textEncoder(name: SentenceEncoderName): TextEncoder {
  const known = encoders.get(name);
  if (known) return known;
  throw new RangeError(
    `The sentence encoder ${name} needs the native TensorFlow backend, which is not installed. Run npm start to install it, or choose another model of texts.`,
  );
}

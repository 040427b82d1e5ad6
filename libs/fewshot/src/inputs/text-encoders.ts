import type { Packed } from '../engine/program.js';
import type { Network } from '../networks/layer.js';
import type { InputSpec, SentenceEncoderName, TextInput } from './input-spec.js';

/** Texts → [texts, features]. */
export type TextEncoder = (texts: readonly string[]) => Packed;

/** An encoder by its own layers: what enters is numbers of tokens. */
export interface EncoderLayers {
  readonly input: TextInput;
  readonly network: Network;
  readonly weights: Readonly<Record<string, Packed>>;
}
interface Known {
  readonly encode: TextEncoder;
  readonly layers?: (() => EncoderLayers) | undefined;
}

const encoders = new Map<SentenceEncoderName, Known>();

/** Makes an encoder known by its name, and what it is made of where that is layers of ours: it needs files and a backend. */
export const setTextEncoder = (
  name: SentenceEncoderName,
  encode: TextEncoder,
  layers?: () => EncoderLayers,
): void => {
  encoders.set(name, { encode, layers });
};

/** Throws RangeError where this backend has no such encoder. */
export const textEncoder = (name: SentenceEncoderName): TextEncoder => knownAs(name).encode;

/** Encoders whose layers can be trained. */
const trainable: readonly SentenceEncoderName[] = ['MINILM_L6'];

/** Whether a model turns texts into features by layers that can be trained: its own, or those of its encoder. */
export const hasEncoderLayers = (input: InputSpec): boolean =>
  input.modality === 'TEXT' &&
  (input.tokenizer !== undefined || (input.encoder !== undefined && trainable.includes(input.encoder)));

/** The layers of an encoder. Throws RangeError where they are not ours. */
export function encoderLayers(name: SentenceEncoderName): EncoderLayers {
  const { layers } = knownAs(name);
  if (layers) return layers();
  throw new RangeError(
    `The layers of the sentence encoder ${name} cannot be trained. Choose all-MiniLM-L6-v2.`,
  );
}

function knownAs(name: SentenceEncoderName): Known {
  const known = encoders.get(name);
  if (known) return known;
  throw new RangeError(
    `The sentence encoder ${name} needs the native TensorFlow backend, which is not installed. Run npm start to install it, or choose another model of texts.`,
  );
}

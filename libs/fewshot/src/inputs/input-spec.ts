/** How a picture enters a network: resized to height x width, divided by 255. */
export interface ImageInput {
  readonly modality: 'IMAGE';
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** The ink alone, in the middle and of one size; the whole picture where nothing is said. */
  readonly frame?: 'INK';
}
/** How a text enters a network: as hashed n-grams, as what a sentence encoder makes of it, or as numbers of tokens. */
export interface TextInput {
  readonly modality: 'TEXT';
  readonly features: number;
  /** Hashed word and character n-grams, log(1 + count), unit length, where none is named. */
  readonly encoder?: SentenceEncoderName;
  /** Cuts the text into `features` tokens at most; named where the network has the encoder's layers itself. */
  readonly tokenizer?: string;
}
/**
 * Sentence encoders that ship: Universal Sentence Encoder Lite (Cer 2018), 512 features, all-MiniLM-L6-v2
 * (Reimers 2019; Wang 2020), 384, potion-base-8M, a table of static vectors (Model2Vec), 256, and the second beside the first, 896.
 */
export const sentenceEncoderNames = [
  'USE_LITE',
  'MINILM_L6',
  'POTION_BASE_8M',
  'MINILM_L6_USE_LITE',
] as const;
export type SentenceEncoderName = (typeof sentenceEncoderNames)[number];
/** How a cell is read as a number: as programs write it, as people do, or as a date (days since 1970). */
export type NumberReading =
  | { readonly as: 'PLAIN' }
  | {
      readonly as: 'WRITTEN';
      readonly decimal: '.' | ',';
      readonly unit: string;
      /** Whether K, M and B behind numbers multiply or are units; left out, K multiplies. */
      readonly letters?: 'MAGNITUDES' | 'UNITS' | undefined;
    }
  | { readonly as: 'DATE'; readonly order: 'YMD' | 'DMY' | 'MDY' };
/** A number is standardised; a missing one becomes the mean, with a flag of its own where training saw missing ones. */
export interface NumberColumn {
  readonly kind: 'NUMBER';
  readonly name: string;
  readonly mean: number;
  readonly deviation: number;
  readonly flagMissing: boolean;
  /** Taken off each value before it is a 32-bit float, so that large ones keep their differences; 0 where left out. */
  readonly offset?: number | undefined;
  readonly reading?: NumberReading | undefined;
  /** Of dates: periods in days. Of each, the sine and the cosine of where a date is in it follow behind the number. */
  readonly cycles?: readonly number[] | undefined;
}
/** A category is one-hot; unknown and missing ones are all zeros. */
export interface CategoryColumn {
  readonly kind: 'CATEGORY';
  readonly name: string;
  readonly categories: readonly string[];
}
/** One number of a text: the inner product of what the encoder gives with `direction`, standardised. */
export interface TextComponent {
  /** Signed bytes, in base64. */
  readonly direction: string;
  readonly mean: number;
  readonly deviation: number;
}
/** A text is what a sentence encoder makes of it, by the directions in which training texts differ most; a missing one is all zeros. */
export interface TextColumn {
  readonly kind: 'TEXT';
  readonly name: string;
  readonly encoder: SentenceEncoderName;
  readonly components: readonly TextComponent[];
  readonly flagMissing: boolean;
}
export type InputColumn = NumberColumn | CategoryColumn | TextColumn;
export interface TableInput {
  readonly modality: 'TABLE';
  readonly columns: readonly InputColumn[];
}
/** All that is needed to turn a raw example into what the network was trained on; travels inside the model. */
export type InputSpec = ImageInput | TextInput | TableInput;

import type { Network, Packed } from '@kshot/fewshot';

/** A classifier that was trained elsewhere, as one of our networks. */
export interface ForeignModel {
  readonly network: Network;
  readonly weights: Readonly<Record<string, Packed>>;
  /** Names of its classes, where the file gives them; none of an encoder. */
  readonly classes?: readonly string[];
  /** Of a sentence encoder the name of its tokeniser. */
  readonly tokenizer?: string;
}

import { charsmapNormaliser } from './charsmap.js';
import { type Piece, sentencePieces } from './sentence-pieces.js';
import { type WordPieceVocabulary, wordPieces } from './word-pieces.js';

/** Cuts texts into numbers of tokens, with those that begin and end a text. */
export interface Tokenizer {
  /** The number that fills up short texts. */
  readonly padding: number;
  tokens(text: string, most: number): readonly number[];
}

const tokenizers = new Map<string, Tokenizer>();

/** Makes a tokeniser known by the name that inputs give: its vocabulary is too large to travel in them. */
export const setTokenizer = (name: string, tokenizer: Tokenizer): void => {
  tokenizers.set(name, tokenizer);
};

/** Throws RangeError where nothing is known by the name. */
export function tokenizerOf(name: string): Tokenizer {
  const known = tokenizers.get(name);
  if (!known) throw new RangeError(`The tokeniser ${name} is not known here. Import the model again.`);
  return known;
}

/** Texts → numbers of tokens [texts, length], filled up. */
export function encodeTokens(name: string, length: number, texts: readonly string[]): Float32Array {
  const { padding, tokens } = tokenizerOf(name);
  const out = new Float32Array(texts.length * length).fill(padding);
  for (const [i, text] of texts.entries()) out.set(tokens(text, length), i * length);
  return out;
}

/** A BERT tokeniser: the pieces of a text between [CLS] and [SEP]. */
export function wordPieceTokenizer(vocabulary: WordPieceVocabulary): Tokenizer {
  const cut = wordPieces(vocabulary);
  const { pieces, specials = [] } = vocabulary;
  const numberOf = (piece: string): number => pieces.indexOf(piece);
  const [begin, end, padding] = ['[CLS]', '[SEP]', '[PAD]'].map(numberOf) as [number, number, number];
  const numbers = new Map(specials.map((piece) => [piece, numberOf(piece)]));
  /** Most texts spell none out. */
  const within = (text: string, most: number): readonly number[] =>
    specials.some((piece) => text.includes(piece))
      ? partsOf(text, specials).flatMap((part) => numbers.get(part) ?? cut(part, most))
      : cut(text, most);
  return { padding, tokens: (text, most) => [begin, ...within(text, most - 2).slice(0, most - 2), end] };
}

/** A text, parted at the pieces that it spells out. */
const partsOf = (text: string, pieces: readonly string[]): string[] =>
  text.split(
    new RegExp(`(${pieces.map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`),
  );

/** A SentencePiece model: its pieces, and the normaliser that belongs to it. */
export interface SentencePieceModel {
  readonly pieces: readonly Piece[];
  readonly charsmap: Uint8Array;
  readonly begin: number;
  readonly end: number;
  readonly padding: number;
}

/** The pieces of a text between the number that begins and the one that ends it. */
export function sentencePieceTokenizer({
  pieces,
  charsmap,
  begin,
  end,
  padding,
}: SentencePieceModel): Tokenizer {
  const normalise = charsmapNormaliser(charsmap);
  const cut = sentencePieces(pieces, (text) => normalise(text).split(' ').filter(Boolean));
  return { padding, tokens: (text, most) => [begin, ...cut(text).subarray(0, most - 2), end] };
}

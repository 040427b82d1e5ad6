import { createHash } from 'node:crypto';
import { Tokenizer as Reader } from '@huggingface/tokenizers';
import { sentencePieceTokenizer, setTokenizer, type Tokenizer, wordPieceTokenizer } from '@kshot/fewshot';
import * as z from 'zod';
import { DomainError } from '../domain-error.js';
import {
  paddingNumber,
  piecesOf,
  readTokenizerJson,
  type TokenizerJson,
  tokensIn,
  usualWordPieces,
} from './tokenizer-json.js';
import { paddingOf, truncationTo } from './word-piece-file.js';

const files = new Map<string, string>();

/** The text of a tokeniser that travels in a model's file; undefined of one that ships. */
export const tokenizerText = (name: string): string | undefined => files.get(name);

/** Makes a tokeniser known by the hash of its text, the name that a model's input gives it. Throws DATA_FORMAT on one that cannot be read. */
export function registerTokenizer(text: string): string {
  const name = createHash('sha256').update(text).digest('hex');
  if (files.has(name)) return name;
  setTokenizer(name, tokenizerFrom(text));
  files.set(name, text);
  return name;
}

/** The same as `tokenizer.json` that cuts texts off behind so many tokens: Hugging Face's libraries read it, unless it is of a SentencePiece model. */
export function tokenizerFile(name: string, most: number): string | undefined {
  const text = files.get(name);
  if (text === undefined) return undefined;
  const json = JSON.parse(text) as TokenizerJson;
  if (json.sentencePieces) return text;
  const number = paddingNumber(json);
  const token = piecesOf(json).find(([, own]) => own === number);
  const filled = token ? paddingOf(number, token[0]) : null;
  return JSON.stringify({ ...json, truncation: truncationTo(most), padding: filled });
}

/** How many vectors of tokens a model needs behind a registered tokeniser that is no SentencePiece model. */
export const tokensOf = (name: string): number =>
  tokensIn(JSON.parse(files.get(name) ?? '') as TokenizerJson);

/** The longest piece that is read: each text is compared with pieces up to the longest one, of 16 characters as SentencePiece trains them. */
const LONGEST_PIECE = 256;

/** What every tokeniser must cut into numbers. */
const SAMPLES = ['a', 'Hello, world! 123', 'Grüße 你好 🙂', ''];

/** A SentencePiece model with its own normaliser, in base64. */
const sentencePieceFile = z
  .object({
    padding: z.int().nonnegative(),
    sentencePieces: z.object({
      begin: z.int().nonnegative(),
      end: z.int().nonnegative(),
      charsmap: z.string(),
      pieces: z.array(z.tuple([z.string().max(LONGEST_PIECE), z.number()])),
    }),
  })
  .refine(({ sentencePieces: { begin, end, pieces } }) => Math.max(begin, end) < pieces.length);

/** Of a `tokenizer.json` as Hugging Face writes it, with the number of padding beside, or of the pieces of a SentencePiece model. */
function tokenizerFrom(text: string): Tokenizer {
  try {
    const json: unknown = JSON.parse(text);
    if (hasSentencePieces(json)) {
      const { padding, sentencePieces } = sentencePieceFile.parse(json);
      const charsmap = Buffer.from(sentencePieces.charsmap, 'base64');
      return sentencePieceTokenizer({ ...sentencePieces, charsmap, padding });
    }
    const read = readTokenizerJson(json);
    const own = usualWordPieces(read);
    return own ? { ...wordPieceTokenizer(own), padding: paddingNumber(read) } : readerTokenizer(read);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError(
      'DATA_FORMAT',
      'tokenizer.json is incomplete or of a kind that is not supported. Save it with save_pretrained.',
    );
  }
}

const hasSentencePieces = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'sentencePieces' in json;

/** All others than BERT's usual one. The last token ends a text, also where it is cut off. */
function readerTokenizer(json: TokenizerJson): Tokenizer {
  const reader = new Reader(json, {});
  const tokens = (text: string): number[] => Array.from(reader.encode(text).ids, Number);
  const isNumber = (token: number) => Number.isInteger(token) && token >= 0;
  if (!SAMPLES.flatMap(tokens).every(isNumber)) throw new RangeError('Some texts have no numbers.');
  if (tokens(SAMPLES[1] as string).length === 0) throw new RangeError('Nothing is left of a text.');
  return {
    padding: paddingNumber(json),
    tokens(text, most) {
      const all = tokens(text);
      return all.length <= most ? all : [...all.slice(0, most - 1), all.at(-1) as number];
    },
  };
}

import { createHash } from 'node:crypto';
import { Tokenizer as Reader } from '@huggingface/tokenizers';
import {
  sentencePieceTokenizer,
  setTokenizer,
  type Tokenizer,
  type WordPieceVocabulary,
  wordPieceTokenizer,
} from '@kshot/fewshot';
import * as z from 'zod';
import { DomainError } from '../domain-error.js';
import { isQuick, patternsIn } from './quick-patterns.js';
import { paddingOf } from './word-piece-file.js';

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

/** The same as `tokenizer.json`: Hugging Face's libraries read it, unless it is of a SentencePiece model. */
export function tokenizerFile(name: string): string | undefined {
  const text = files.get(name);
  if (text === undefined) return undefined;
  const json = JSON.parse(text) as TokenizerJson;
  if (json.sentencePieces) return text;
  const number = paddingNumber(json);
  const token = piecesOf(json).find(([, own]) => own === number);
  return JSON.stringify({ ...json, padding: token ? paddingOf(number, token[0]) : null });
}

const padding = z.union([z.int().nonnegative(), z.object({ pad_id: z.int().nonnegative() })]);

/** What fills up texts: a number where a model was imported, or as Hugging Face writes it. */
function paddingNumber(json: TokenizerJson): number {
  const given = padding.parse(json.padding);
  return typeof given === 'number' ? given : given.pad_id;
}

/** Each piece with its number. */
const piecesOf = ({ model: { vocab }, added_tokens = [] }: TokenizerJson): [string, number][] => [
  ...added_tokens.map(({ id, content }): [string, number] => [content, id]),
  ...(Array.isArray(vocab)
    ? (vocab as [string, number][]).map(([piece], number): [string, number] => [piece, number])
    : Object.entries(vocab as Record<string, number>)),
];

/** How many vectors of tokens a model needs behind a registered tokeniser that is no SentencePiece model. */
export const tokensOf = (name: string): number =>
  piecesOf(JSON.parse(files.get(name) ?? '') as TokenizerJson).reduce(
    (most, [, number]) => Math.max(most, number + 1),
    0,
  );

interface TokenizerJson {
  readonly padding: unknown;
  readonly added_tokens?: readonly { readonly id: number; readonly content: string }[];
  readonly sentencePieces?: unknown;
  readonly model: { readonly type?: string; readonly vocab: unknown; readonly unk_token?: string };
  readonly normalizer?: {
    readonly type?: string;
    readonly lowercase?: boolean;
    readonly strip_accents?: unknown;
  };
  readonly pre_tokenizer?: { readonly type?: string };
  readonly post_processor?: { readonly type?: string } | null;
}

/** The longest piece that is read: each text is compared with pieces up to the longest one, of 16 characters as SentencePiece trains them. */
const LONGEST_PIECE = 256;

/** Kinds of `tokenizer.json`. */
const KINDS = ['WordPiece', 'BPE', 'Unigram'];
/** Kinds of what is put around a text. */
const AROUND = ['TemplateProcessing', 'BertProcessing', 'RobertaProcessing', 'ByteLevel', 'Sequence'];
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
    const json = JSON.parse(text) as TokenizerJson;
    const { type } = json.sentencePieces ? {} : json.model;
    if (type && !KINDS.includes(type))
      throw new DomainError(
        'DATA_FORMAT',
        `tokenizer.json is of the kind ${type.slice(0, 80)}. Those of ${KINDS.join(', ')} are read.`,
      );
    const around = json.post_processor?.type;
    if (around !== undefined && !AROUND.includes(around))
      throw new DomainError(
        'DATA_FORMAT',
        `The post-processor of tokenizer.json is of the kind ${String(around).slice(0, 80)}. Those of ${AROUND.join(', ')} are read.`,
      );
    assertQuick(json);
    if (json.sentencePieces) {
      const { padding, sentencePieces } = sentencePieceFile.parse(json);
      const charsmap = Buffer.from(sentencePieces.charsmap, 'base64');
      return sentencePieceTokenizer({ ...sentencePieces, charsmap, padding });
    }
    const own = wordPieceVocabulary(json);
    return own ? { ...wordPieceTokenizer(own), padding: paddingNumber(json) } : readerTokenizer(json);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError(
      'DATA_FORMAT',
      'tokenizer.json is incomplete or of a kind that is not supported. Save it with save_pretrained.',
    );
  }
}

/** Throws DATA_FORMAT where a text could keep a pattern busy for minutes. Vocabularies, the bulk of a file, have none. */
function assertQuick({ model: _, ...rest }: TokenizerJson): void {
  const slow = patternsIn(rest).find((pattern) => !isQuick(pattern));
  if (slow === undefined) return;
  throw new DomainError(
    'DATA_FORMAT',
    `The pattern ${slow.slice(0, 80)} of tokenizer.json repeats what is repeated already, which takes forever on some texts. Use a tokeniser without it.`,
  );
}

/** BERT's usual tokeniser, which our own is exact and fast for. */
function wordPieceVocabulary({
  model,
  normalizer,
  pre_tokenizer,
}: TokenizerJson): WordPieceVocabulary | undefined {
  const usual =
    (model.type ?? 'WordPiece') === 'WordPiece' &&
    normalizer?.type === 'BertNormalizer' &&
    pre_tokenizer?.type === 'BertPreTokenizer' &&
    (normalizer.strip_accents ?? normalizer.lowercase) === normalizer.lowercase;
  if (!usual) return undefined;
  const pieces: string[] = [];
  for (const [piece, number] of Object.entries(model.vocab as Record<string, number>)) pieces[number] = piece;
  if (!['[CLS]', '[SEP]'].every((piece) => pieces.includes(piece))) return undefined;
  return { pieces, lowercase: normalizer.lowercase ?? true, unknown: model.unk_token ?? '[UNK]' };
}

/** Byte-pair and unigram vocabularies. The last token ends a text, also where it is cut off. */
function readerTokenizer(json: TokenizerJson): Tokenizer {
  const reader = new Reader(json as object, {});
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

import type { WordPieceVocabulary } from '@kshot/fewshot';
import * as z from 'zod';
import { DomainError } from '../domain-error.js';
import { isQuick, patternsIn } from './quick-patterns.js';

/** A number of a token: no vocabulary is larger. */
const number = z.int().min(0).max(10_000_000);
const special = z.looseObject({ ids: z.array(number) });

/** What is put around a text. */
const around: z.ZodType<Around> = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('TemplateProcessing'),
    single: z.array(z.looseObject({ SpecialToken: z.looseObject({ id: z.string() }).optional() })),
    special_tokens: z.record(z.string(), special),
  }),
  z.looseObject({
    type: z.enum(['BertProcessing', 'RobertaProcessing']),
    cls: z.tuple([z.string(), number]),
    sep: z.tuple([z.string(), number]),
  }),
  z.looseObject({ type: z.literal('ByteLevel') }),
  z.looseObject({ type: z.literal('Sequence'), processors: z.array(z.lazy(() => around)) }),
]);
type Around =
  | {
      readonly type: 'TemplateProcessing';
      readonly single: readonly { readonly SpecialToken?: { readonly id: string } | undefined }[];
      readonly special_tokens: Readonly<Record<string, { readonly ids: readonly number[] }>>;
    }
  | {
      readonly type: 'BertProcessing' | 'RobertaProcessing';
      readonly cls: readonly [string, number];
      readonly sep: readonly [string, number];
    }
  | { readonly type: 'ByteLevel' }
  | { readonly type: 'Sequence'; readonly processors: readonly Around[] };

/** What is read of a `tokenizer.json`; the number of padding beside where a model was imported. */
const tokenizerJson = z.looseObject({
  padding: z.union([number, z.looseObject({ pad_id: number })]),
  added_tokens: z.array(z.looseObject({ id: number, content: z.string().min(1).max(256) })).optional(),
  model: z.looseObject({
    type: z.string().optional(),
    vocab: z.union([z.record(z.string(), number), z.array(z.tuple([z.string(), z.number()]))]),
    unk_token: z.string().nullish(),
    unk_id: number.nullish(),
    continuing_subword_prefix: z.string().nullish(),
    max_input_chars_per_word: z.number().optional(),
  }),
  normalizer: z.looseObject({ type: z.string() }).nullish(),
  pre_tokenizer: z.looseObject({ type: z.string() }).nullish(),
  post_processor: around.nullish(),
});
export type TokenizerJson = z.infer<typeof tokenizerJson>;

const KINDS = ['WordPiece', 'BPE', 'Unigram'];
const AROUND = ['TemplateProcessing', 'BertProcessing', 'RobertaProcessing', 'ByteLevel', 'Sequence'];
/** Characters that a rule writes at most, and how many times longer all rules together make a text. */
const [LONGEST, GROWTH] = [64, 100];

const refused = (message: string): DomainError => new DomainError('DATA_FORMAT', message);

/** Reads a `tokenizer.json`. Throws DATA_FORMAT where it is of an unknown kind or could keep a text busy for minutes, and what zod throws where it is incomplete. */
export function readTokenizerJson(json: unknown): TokenizerJson {
  assertKnown('tokenizer.json', KINDS, kindAt(json, 'model'));
  assertKnown('The post-processor of tokenizer.json', AROUND, kindAt(json, 'post_processor'));
  const read = tokenizerJson.parse(json);
  const { model, ...rest } = read;
  // Vocabularies, the bulk of a file, have no patterns.
  const slow = patternsIn(rest).find((pattern) => !isQuick(pattern));
  if (slow !== undefined)
    throw refused(
      `The pattern ${slow.slice(0, 80)} of tokenizer.json repeats what is repeated already, which takes forever on some texts. Use a tokeniser without it.`,
    );
  if (growth([read.normalizer, read.pre_tokenizer]) > GROWTH)
    throw refused('The rules of tokenizer.json make texts too long. Use a tokeniser without them.');
  const vocabulary = Array.isArray(model.vocab) ? {} : model.vocab;
  const numbers = Object.values(vocabulary);
  if (new Set(numbers).size < numbers.length)
    throw refused('Two pieces of tokenizer.json have one number. Save it with save_pretrained.');
  const known = (piece: string) =>
    Object.hasOwn(vocabulary, piece) || (read.added_tokens ?? []).some(({ content }) => content === piece);
  if (model.unk_token && !known(model.unk_token))
    throw refused(`The token ${model.unk_token.slice(0, 80)} for unknown words is not in tokenizer.json.`);
  return read;
}

const kindAt = (json: unknown, name: string): unknown =>
  (json as Record<string, { readonly type?: unknown } | null | undefined>)?.[name]?.type;

function assertKnown(what: string, kinds: readonly string[], kind: unknown): void {
  if (kind === undefined || kinds.includes(String(kind))) return;
  throw refused(
    `${what} is of the kind ${String(kind).slice(0, 80)}. Those of ${kinds.join(', ')} are read.`,
  );
}

/** How many times longer rules make a text at most. */
function growth(rules: unknown): number {
  if (typeof rules !== 'object' || rules === null) return 1;
  const { type, prepend, content, pattern } = rules as Record<string, unknown>;
  const written = type === 'Prepend' ? prepend : type === 'Replace' ? content : '';
  const length = typeof written === 'string' ? written.length : 0;
  if (length > LONGEST) return Number.POSITIVE_INFINITY;
  const replaced = (pattern as { readonly String?: string } | undefined)?.String?.length ?? 1;
  const own = type === 'Replace' ? Math.max(1, length / Math.max(1, replaced)) : 1;
  return Object.values(rules).reduce((product: number, rule) => product * growth(rule), own);
}

/** The number that fills up texts. */
export const paddingNumber = ({ padding }: Pick<TokenizerJson, 'padding'>): number =>
  typeof padding === 'number' ? padding : padding.pad_id;

/** Each piece with its number. */
export const piecesOf = ({
  model: { vocab },
  added_tokens = [],
}: Pick<TokenizerJson, 'model' | 'added_tokens'>): [string, number][] => [
  ...added_tokens.map(({ id, content }): [string, number] => [content, id]),
  ...(Array.isArray(vocab) ? vocab.map(([piece], i): [string, number] => [piece, i]) : Object.entries(vocab)),
];

/** How many vectors of tokens a model needs: one more than the largest number that may come. */
export function tokensIn(json: TokenizerJson): number {
  const numbers = [
    paddingNumber(json),
    json.model.unk_id ?? 0,
    ...(json.post_processor ? numbersAround(json.post_processor) : []),
  ];
  const largest = piecesOf(json).reduce((most, [, own]) => Math.max(most, own), Math.max(...numbers));
  return largest + 1;
}

function numbersAround(post: Around): number[] {
  switch (post.type) {
    case 'TemplateProcessing':
      return Object.values(post.special_tokens).flatMap(({ ids }) => [...ids]);
    case 'BertProcessing':
    case 'RobertaProcessing':
      return [post.cls[1], post.sep[1]];
    case 'ByteLevel':
      return [];
    case 'Sequence':
      return post.processors.flatMap(numbersAround);
  }
}

/** BERT's usual tokeniser, which our own is exact and fast for; undefined where anything is not as usual. */
export function usualWordPieces(json: TokenizerJson): WordPieceVocabulary | undefined {
  const { model, normalizer, pre_tokenizer, post_processor, added_tokens = [] } = json;
  const { vocab } = model;
  if (Array.isArray(vocab) || (model.type ?? 'WordPiece') !== 'WordPiece') return undefined;
  const rules: Record<string, unknown> = normalizer ?? {};
  const { lowercase = true, strip_accents, clean_text, handle_chinese_chars } = rules;
  const isUsual =
    normalizer?.type === 'BertNormalizer' &&
    pre_tokenizer?.type === 'BertPreTokenizer' &&
    (strip_accents ?? lowercase) === lowercase &&
    clean_text !== false &&
    handle_chinese_chars !== false &&
    (model.continuing_subword_prefix ?? '##') === '##' &&
    (model.max_input_chars_per_word ?? 100) === 100 &&
    added_tokens.every(
      ({ id, content, single_word, lstrip, rstrip, normalized }) =>
        vocab[content] === id && !single_word && !lstrip && !rstrip && !normalized,
    ) &&
    surrounds(post_processor, vocab['[CLS]'], vocab['[SEP]']);
  if (!isUsual) return undefined;
  const pieces: string[] = [];
  for (const [piece, own] of Object.entries(vocab)) pieces[own] = piece;
  return {
    pieces,
    lowercase: lowercase === true,
    unknown: model.unk_token ?? '[UNK]',
    specials: added_tokens.map(({ content }) => content),
  };
}

/** Whether a text comes between the two numbers. */
function surrounds(
  post: Around | null | undefined,
  begin: number | undefined,
  end: number | undefined,
): boolean {
  if (begin === undefined || end === undefined) return false;
  if (post?.type === 'BertProcessing') return post.cls[1] === begin && post.sep[1] === end;
  if (post?.type !== 'TemplateProcessing') return false;
  const parts = post.single.map(({ SpecialToken }) =>
    SpecialToken ? post.special_tokens[SpecialToken.id]?.ids.join() : 'TEXT',
  );
  return parts.join(' ') === `${begin} TEXT ${end}`;
}

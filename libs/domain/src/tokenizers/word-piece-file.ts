import { BERT_SPECIALS, type WordPieceVocabulary } from '@kshot/fewshot';

/** The `tokenizer.json` of a BERT vocabulary that cuts texts off behind so many tokens, as Hugging Face's libraries read it. */
export function wordPieceFile({ pieces, lowercase, unknown }: WordPieceVocabulary, most: number): string {
  const numberOf = (piece: string): number => pieces.indexOf(piece);
  const special = BERT_SPECIALS.filter((piece) => numberOf(piece) >= 0);
  const marked = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  const sequence = (id: string, type_id: number) => ({ Sequence: { id, type_id } });
  return JSON.stringify({
    version: '1.0',
    truncation: truncationTo(most),
    padding: paddingOf(numberOf('[PAD]'), '[PAD]'),
    added_tokens: special.map((content) => ({
      id: numberOf(content),
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [marked('[CLS]'), sequence('A', 0), marked('[SEP]')],
      pair: [marked('[CLS]'), sequence('A', 0), marked('[SEP]'), sequence('B', 1), marked('[SEP]')],
      special_tokens: Object.fromEntries(
        ['[CLS]', '[SEP]'].map((id) => [id, { id, ids: [numberOf(id)], tokens: [id] }]),
      ),
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: unknown,
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(pieces.map((piece, i) => [piece, i])),
    },
  });
}

/** What a `tokenizer.json` says of filling up texts with a token. */
export const paddingOf = (pad_id: number, pad_token: string) => ({
  strategy: 'BatchLongest',
  direction: 'Right',
  pad_to_multiple_of: null,
  pad_id,
  pad_type_id: 0,
  pad_token,
});

/** What it says of texts that are too long. */
export const truncationTo = (max_length: number) => ({
  direction: 'Right',
  max_length,
  strategy: 'LongestFirst',
  stride: 0,
});

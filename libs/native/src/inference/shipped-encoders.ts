import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decodeArrays, root } from '@kshot/domain';
import {
  BERT_SPECIALS,
  type EncoderLayers,
  joinedEncoder,
  type Network,
  type SentenceEncoderName,
  setTextEncoder,
  setTokenizer,
  staticEncoder,
  type TextEncoder,
  type Tokenizer,
  textEncoder,
  tokenEncoder,
  type WordPieceVocabulary,
  wordPieceTokenizer,
} from '@kshot/fewshot';
import { sentenceEncoder } from './sentence-encoder.js';

const folderOf = (name: string): string => fileURLToPath(new URL(`models/${name}`, root));

/** Makes the sentence encoders that ship known by name; each is loaded when the first text comes. */
export function shippedEncoders(native: boolean): void {
  known('POTION_BASE_8M', () => {
    const { metadata, arrays } = decodeArrays(
      readFileSync(`${folderOf('potion-base-8m')}/encoder.safetensors`),
    );
    return staticEncoder(JSON.parse(metadata.vocabulary as string) as WordPieceVocabulary, arrays.table!);
  });
  transformer('MINILM_L6', 'minilm-l6');
  if (!native) return;
  known('USE_LITE', () => sentenceEncoder(folderOf('use-lite')).encode);
  known('MINILM_L6_USE_LITE', () => joinedEncoder(textEncoder('MINILM_L6'), textEncoder('USE_LITE')));
}

/** An encoder of our own layers: what enters them is numbers of tokens. */
function transformer(name: SentenceEncoderName, folder: string): void {
  const read = once((): EncoderLayers & { readonly tokenizer: Tokenizer } => {
    const { metadata, arrays } = decodeArrays(readFileSync(`${folderOf(folder)}/encoder.safetensors`));
    const network = JSON.parse(metadata.network as string) as Network;
    const features = network.inputShape[0] as number;
    const input = { modality: 'TEXT', features, tokenizer: name } as const;
    const vocabulary = JSON.parse(metadata.vocabulary as string) as WordPieceVocabulary;
    const tokenizer = wordPieceTokenizer({ ...vocabulary, specials: BERT_SPECIALS });
    return { input, network, weights: arrays, tokenizer };
  });
  const load = once((): TextEncoder => {
    const { input, network, weights, tokenizer } = read();
    const { encode } = tokenEncoder(network, weights);
    return (texts) => encode(texts.map((text) => tokenizer.tokens(text, input.features)));
  });
  setTextEncoder(name, (texts) => load()(texts), read);
  setTokenizer(name, {
    get padding() {
      return read().tokenizer.padding;
    },
    tokens: (text, most) => read().tokenizer.tokens(text, most),
  });
}

function known(name: SentenceEncoderName, load: () => TextEncoder): void {
  const loaded = once(load);
  setTextEncoder(name, (texts) => loaded()(texts));
}

function once<T>(load: () => T): () => T {
  let loaded: T | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}

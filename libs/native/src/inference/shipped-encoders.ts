import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decodeArrays } from '@kshot/domain';
import {
  type Backbone,
  type Network,
  type SentenceEncoderName,
  setTextEncoder,
  staticEncoder,
  type TextEncoder,
  type Tokenizer,
  tokenEncoder,
  type WordPieceVocabulary,
  wordPieceTokenizer,
} from '@kshot/fewshot';
import { sentenceEncoder } from './sentence-encoder.js';

const folderOf = (name: string): string =>
  fileURLToPath(new URL(`../../../../models/${name}`, import.meta.url));

/** Makes the sentence encoders that ship known by name; each is loaded when the first text comes. */
export function shippedEncoders(native: boolean): void {
  known('POTION_BASE_8M', () => {
    const { metadata, arrays } = decodeArrays(
      readFileSync(`${folderOf('potion-base-8m')}/encoder.safetensors`),
    );
    return staticEncoder(JSON.parse(metadata.vocabulary as string) as WordPieceVocabulary, arrays.table!);
  });
  known('MINILM_L6', () => {
    const { tokenizer, network, weights } = transformerFile('minilm-l6');
    const { encode } = tokenEncoder(network, weights);
    return (texts) => encode(texts.map((text) => tokenizer.tokens(text, network.inputShape[0] as number)));
  });
  if (native) known('USE_LITE', () => sentenceEncoder(folderOf('use-lite')).encode);
}

function transformerFile(name: string): {
  readonly tokenizer: Tokenizer;
  readonly network: Network;
  readonly weights: Backbone['weights'];
} {
  const { metadata, arrays } = decodeArrays(readFileSync(`${folderOf(name)}/encoder.safetensors`));
  const tokenizer = wordPieceTokenizer(JSON.parse(metadata.vocabulary as string) as WordPieceVocabulary);
  return { tokenizer, network: JSON.parse(metadata.network as string) as Network, weights: arrays };
}

function known(name: SentenceEncoderName, load: () => TextEncoder): void {
  let loaded: TextEncoder | undefined;
  setTextEncoder(name, (texts) => {
    loaded ??= load();
    return loaded(texts);
  });
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decodeArrays } from '@kshot/domain';
import {
  type SentenceEncoderName,
  setTextEncoder,
  staticEncoder,
  type TextEncoder,
  type WordPieceVocabulary,
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
  if (native) known('USE_LITE', () => sentenceEncoder(folderOf('use-lite')).encode);
}

function known(name: SentenceEncoderName, load: () => TextEncoder): void {
  let loaded: TextEncoder | undefined;
  setTextEncoder(name, (texts) => {
    loaded ??= load();
    return loaded(texts);
  });
}

import { fileURLToPath } from 'node:url';
import { setTextEncoder } from '@kshot/fewshot';
import { type SentenceEncoder, sentenceEncoder } from './sentence-encoder.js';

const folder = fileURLToPath(new URL('../../../../models/use-lite', import.meta.url));

/** Makes the sentence encoders that ship known by name; each is loaded when the first text comes. */
export function shippedEncoders(): void {
  let loaded: SentenceEncoder | undefined;
  setTextEncoder('USE_LITE', (texts) => {
    loaded ??= sentenceEncoder(folder);
    return loaded.encode(texts);
  });
}

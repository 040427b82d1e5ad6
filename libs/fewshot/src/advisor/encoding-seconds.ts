import type { InputSpec } from '../inputs/input-spec.js';
import type { Network } from '../networks/layer.js';
import { bert, miniLm } from '../networks/transformers/bert.js';
import { networkSeconds } from './network-seconds.js';

/** Of a forward pass: the products of a transformer run four times as fast as convolutions. */
export const ENCODER_SHARE = 1 / 4;
/** Characters of a usual text, and of a token of a BERT vocabulary. */
const [USUAL, EACH] = [50, 4];

/** Tokens of a text of so many characters, with those that begin and end it. */
const tokensIn = (characters = USUAL): number => Math.min(miniLm.length, 2 + Math.ceil(characters / EACH));

/** all-MiniLM-L6-v2 on texts of so many characters. */
export const onTokens = (characters?: number): Network => ({
  ...bert(miniLm),
  inputShape: [tokensIn(characters)],
});

/** Seconds of a transformer that the model's texts, of so many characters on average, go through before they are numbers; 0 where there is none. */
export function encodingSeconds(
  { input }: { readonly input: InputSpec },
  texts: number,
  characters?: number,
): number {
  const isTransformer = input.modality === 'TEXT' && input.encoder?.startsWith('MINILM');
  return isTransformer
    ? networkSeconds({ network: onTokens(characters), steps: 0, passes: texts, share: ENCODER_SHARE })
    : 0;
}

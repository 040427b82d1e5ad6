import type { InputSpec } from '../inputs/input-spec.js';
import type { Network } from '../networks/layer.js';
import { bert, miniLm } from '../networks/transformers/bert.js';
import { networkSeconds } from './network-seconds.js';

/** Tokens of a usual text. */
const TOKENS = 16;
/** Of a forward pass: the products of a transformer run four times as fast as convolutions. */
export const ENCODER_SHARE = 1 / 4;

export const onTokens: Network = { ...bert(miniLm), inputShape: [TOKENS] };

/** Seconds of a transformer that the model's texts go through before they are numbers; 0 where there is none. */
export function encodingSeconds({ input }: { readonly input: InputSpec }, texts: number): number {
  const isTransformer = input.modality === 'TEXT' && input.encoder?.startsWith('MINILM');
  return isTransformer
    ? networkSeconds({ network: onTokens, steps: 0, passes: texts, share: ENCODER_SHARE })
    : 0;
}

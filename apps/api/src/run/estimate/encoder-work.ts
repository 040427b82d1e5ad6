import type { ModelManifest } from '@kshot/domain';
import { bert, miniLm, type Network, networkSeconds, type TransferSettings } from '@kshot/fewshot';

/** Texts of a step, and tokens of a usual one. */
const TEXTS = 64;
const TOKENS = 16;
/** Of a forward pass: the products of a transformer run four times as fast as convolutions. */
export const ENCODER_SHARE = 1 / 4;

const onTokens: Network = { ...bert(miniLm), inputShape: [TOKENS] };

/** The network that encoder tuning trains, its steps, and the texts that go through it. */
export function tuningWork(
  { input, network }: ModelManifest,
  { tuningSteps }: Pick<TransferSettings, 'tuningSteps'>,
): { network: Network; steps: number; passes: number } {
  const own = input.modality === 'TEXT' && input.encoder ? onTokens : { ...network, inputShape: [TOKENS] };
  return { network: own, steps: tuningSteps, passes: tuningSteps * TEXTS };
}

/** Seconds of a transformer that the model's texts go through before they are numbers; 0 where there is none. */
export function encodingSeconds({ input }: ModelManifest, texts: number): number {
  const isTransformer = input.modality === 'TEXT' && input.encoder?.startsWith('MINILM');
  return isTransformer
    ? networkSeconds({ network: onTokens, steps: 0, passes: texts, share: ENCODER_SHARE })
    : 0;
}

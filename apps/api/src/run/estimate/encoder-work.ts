import type { ModelManifest } from '@kshot/domain';
import { type Network, onTokens, type TransferSettings } from '@kshot/fewshot';

/** Texts of a step. */
const TEXTS = 64;

/** The network that encoder tuning trains, its steps, and the texts that go through it. */
export function tuningWork(
  { input, network }: ModelManifest,
  { tuningSteps }: Pick<TransferSettings, 'tuningSteps'>,
): { network: Network; steps: number; passes: number } {
  const own =
    input.modality === 'TEXT' && input.encoder ? onTokens : { ...network, inputShape: onTokens.inputShape };
  return { network: own, steps: tuningSteps, passes: tuningSteps * TEXTS };
}

import type { ModelManifest } from '@kshot/domain';
import { type Network, onTokens, type TransferSettings } from '@kshot/fewshot';

/** Texts of a step. */
const TEXTS = 64;
/** All texts of a step are as long as nineteen of twenty are at most: so much longer than a usual one. */
const LONGEST = 1.6;

/** The network that encoder tuning trains, its steps, and the texts of so many characters on average that go through it. */
export function tuningWork(
  { input, network }: ModelManifest,
  { tuningSteps }: Pick<TransferSettings, 'tuningSteps'>,
  characters?: number,
): { network: Network; steps: number; passes: number } {
  const usual = onTokens(characters && LONGEST * characters);
  const own =
    input.modality === 'TEXT' && input.encoder ? usual : { ...network, inputShape: usual.inputShape };
  return { network: own, steps: tuningSteps, passes: tuningSteps * TEXTS };
}

import type { ModelManifest } from '@kshot/domain';
import { bert, miniLm, type Network, type TransferSettings } from '@kshot/fewshot';

/** Texts of a step, and tokens of a usual one. */
const TEXTS = 64;
const TOKENS = 16;

/** The network that encoder tuning trains, its steps, and the texts that go through it. */
export function tuningWork(
  { input, network }: ModelManifest,
  { tuningSteps }: Pick<TransferSettings, 'tuningSteps'>,
): { network: Network; steps: number; passes: number } {
  const own = input.modality === 'TEXT' && input.encoder ? bert(miniLm) : network;
  return { network: { ...own, inputShape: [TOKENS] }, steps: tuningSteps, passes: tuningSteps * TEXTS };
}

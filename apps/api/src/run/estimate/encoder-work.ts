import type { ModelManifest } from '@kshot/domain';
import {
  ENCODER_SHARE,
  type Network,
  onTokens,
  type TransferSettings,
  tuningCost,
  WORDS,
} from '@kshot/fewshot';

/** Texts of a step. */
const TEXTS = 64;
/** All texts of a step are as long as nineteen of twenty are at most: so much longer than a usual one. */
const LONGEST = 1.6;

/** An update takes so much more than its products: 100 of 64 texts of 19 tokens took 50 s where these take 31. */
const UPDATING = 1.6;

/** The network that encoder tuning trains, its steps, and the texts of so many characters on average that go through it. */
export function tuningWork(
  { input, network }: ModelManifest,
  settings: TransferSettings,
  characters?: number,
): { network: Network; steps: number; passes: number; share: number; parameters: number } {
  const usual = onTokens(characters && LONGEST * characters);
  const own =
    input.modality === 'TEXT' && input.encoder ? usual : { ...network, inputShape: usual.inputShape };
  const { tuningSteps: steps } = settings;
  const { share, parameters } = tuningCost(own, settings, [WORDS]);
  return {
    network: own,
    steps,
    passes: steps * TEXTS,
    share: share * ENCODER_SHARE * UPDATING,
    parameters,
  };
}

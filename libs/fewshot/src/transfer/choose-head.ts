import type { Support } from '../heads/head.js';
import { type FittedHead, type HeadChoice, layerFitter, tempered } from './fitted-head.js';
import { type HeldOut, heldOut } from './held-out.js';

/** A head with calibrated logits, and what was found on examples that it was not fitted on. */
export interface ChosenHead {
  readonly method: HeadChoice['method'];
  readonly head: FittedHead;
  readonly temperature: number;
  readonly heldOut?: HeldOut;
}

/** Solving for kernel ridge grows with the third power of the examples, logistic regression is fitted many times over. */
const MOST_KERNEL = 4000;
const MOST_LOGISTIC = 2000;

/** Heads that AUTO compares; of equally good ones the first is taken. */
function candidates({ labels: { length } }: Support): HeadChoice['method'][] {
  return [
    'RIDGE',
    ...(length <= MOST_KERNEL ? (['KERNEL_RIDGE'] as const) : []),
    'CENTROID',
    'LDA',
    ...(length <= MOST_LOGISTIC ? (['LOGISTIC'] as const) : []),
  ];
}

/**
 * Fits the head that the settings name, or, of AUTO, the one with the best accuracy on held-out folds (of equal ones the least
 * cross-entropy), and calibrates it on these folds.
 */
export function chooseHead(support: Support, settings: HeadChoice): ChosenHead {
  const methods = settings.method === 'AUTO' ? candidates(support) : [settings.method];
  const found = methods.map((method) => {
    const fit = layerFitter(support, { ...settings, method });
    return { method, fit, heldOut: heldOut(support, fit) };
  });
  const best = found.reduce((one, other) => (isBetter(other.heldOut, one.heldOut) ? other : one));
  const temperature = best.method === 'NEAREST_NEIGHBOURS' ? 1 : (best.heldOut?.temperature ?? 1);
  const head = tempered(best.fit(support), temperature);
  return { method: best.method, head, temperature, ...(best.heldOut ? { heldOut: best.heldOut } : {}) };
}

const isBetter = (one: HeldOut | undefined, other: HeldOut | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  (one.accuracy > other.accuracy || (one.accuracy === other.accuracy && one.loss < other.loss));

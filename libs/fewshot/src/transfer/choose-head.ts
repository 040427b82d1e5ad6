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
  if (settings.method !== 'AUTO') return calibratedHead(support, settings);
  const found = candidates(support).map((method) => {
    const choice = { ...settings, method };
    const fit = layerFitter(support, choice);
    return { method, fit, heldOut: heldOut(support, fit) };
  });
  const best = found.reduce((one, other) => (isBetter(other.heldOut, one.heldOut) ? other : one));
  return withHeldOut(support, best.method, best.fit, best.heldOut);
}

const isBetter = (one: HeldOut | undefined, other: HeldOut | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  (one.accuracy > other.accuracy || (one.accuracy === other.accuracy && one.loss < other.loss));

function calibratedHead(support: Support, settings: HeadChoice): ChosenHead {
  const fit = layerFitter(support, settings);
  return withHeldOut(support, settings.method, fit, heldOut(support, fit));
}

function withHeldOut(
  support: Support,
  method: HeadChoice['method'],
  fit: (some: Support) => FittedHead,
  found: HeldOut | undefined,
): ChosenHead {
  const temperature = method === 'NEAREST_NEIGHBOURS' ? 1 : (found?.temperature ?? 1);
  const head = tempered(fit(support), temperature);
  return { method, head, temperature, ...(found ? { heldOut: found } : {}) };
}

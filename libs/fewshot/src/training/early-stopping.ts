import type { Snapshot } from '../engine/program.js';

/** The epoch with the lowest watched loss, and how many have passed since. */
export interface BestSoFar {
  readonly loss: number;
  readonly epoch: number;
  readonly since: number;
  readonly snapshot?: Snapshot;
}

export const noBest: BestSoFar = { loss: Number.POSITIVE_INFINITY, epoch: 0, since: 0 };

/** After an epoch. The weights are kept only where `snapshot` is given. */
export function withEpoch(
  best: BestSoFar,
  epoch: number,
  loss: number,
  snapshot?: () => Snapshot,
): BestSoFar {
  if (loss >= best.loss) return { ...best, since: best.since + 1 };
  return { loss, epoch, since: 0, ...(snapshot ? { snapshot: snapshot() } : {}) };
}

/** Patience 0 never stops. */
export const stopsEarly = (best: BestSoFar, patience: number): boolean =>
  patience > 0 && best.since >= patience;

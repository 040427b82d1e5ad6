/** With a threshold at `strength`, the share of held-out examples that are answered and how many of these answers are right. */
export interface SurenessPoint {
  readonly strength: number;
  readonly answered: number;
  readonly accuracy: number;
}

/** Shares that are left unanswered, one point each. */
const STEPS = 20;

/**
 * What it costs and brings to answer only when sure, from held-out examples: `strengths` [n] are their largest logits, `hits` [n]
 * 1 where the class is right. The first point answers everything; the strictest leaves one step of the examples.
 */
export function surenessOf(strengths: ArrayLike<number>, hits: ArrayLike<number>): SurenessPoint[] {
  const order = Array.from({ length: strengths.length }, (_, i) => i).sort(
    (a, b) => (strengths[a] as number) - (strengths[b] as number),
  );
  const n = order.length;
  const steps = Math.min(STEPS, n);
  return Array.from({ length: steps }, (_, step) => {
    const from = Math.floor((step * n) / steps);
    const kept = order.slice(from);
    const right = kept.reduce((sum, i) => sum + (hits[i] as number), 0);
    return {
      strength: strengths[order[from] as number] as number,
      answered: kept.length / n,
      accuracy: right / kept.length,
    };
  });
}

/** The strength from which on answers are given so that about this share of known examples is answered; none at 1. */
export function strengthFor(points: readonly SurenessPoint[], answered: number): number | undefined {
  if (answered >= 1) return undefined;
  return points.reduce((best, point) =>
    Math.abs(point.answered - answered) < Math.abs(best.answered - answered) ? point : best,
  ).strength;
}

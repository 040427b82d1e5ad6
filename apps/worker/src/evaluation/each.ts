import type { Unit, UnitPlan } from '@kshot/fewshot';

/** One unit after another. */
export function* each(plans: readonly UnitPlan[], score: (plan: UnitPlan) => Unit): Generator<Unit, void> {
  for (const plan of plans) yield score(plan);
}

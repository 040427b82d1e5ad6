import type { UnitPlan } from '../../evaluation/units/unit.js';
import { randomFrom, shuffled } from '../../random/random.js';

/** Of the rows that are wanted, the share that one group gives at most: thousands of copies would leave no room for others. */
const MOST_OF_A_GROUP = 0.01;

/** [n] groups → as many rows as are wanted or few more, group after group in a random order. */
export function drawnGroups(groups: Int32Array, wanted: number, seed: number): ReadonlySet<number> {
  const members = new Map<number, number[]>();
  for (const [row, group] of groups.entries()) {
    const own = members.get(group);
    if (own) own.push(row);
    else members.set(group, [row]);
  }
  const most = Math.max(1, Math.round(MOST_OF_A_GROUP * wanted));
  const drawn = new Set<number>();
  for (const group of shuffled([...members.keys()], randomFrom(seed))) {
    if (drawn.size >= wanted) break;
    for (const row of (members.get(group) ?? []).slice(0, most)) drawn.add(row);
  }
  return drawn;
}

/** The plans of what they fit on and score among these rows. */
export const plansWithin = (plans: readonly UnitPlan[], rows: ReadonlySet<number>): UnitPlan[] =>
  plans.map((plan) => {
    const fit = placesWithin(plan.fitRows, rows);
    const scored = placesWithin(plan.rows, rows);
    return {
      ...plan,
      fitRows: at(plan.fitRows, fit),
      fitTruth: at(plan.fitTruth, fit),
      rows: at(plan.rows, scored),
      truth: at(plan.truth, scored),
    };
  });

const placesWithin = (all: Int32Array, rows: ReadonlySet<number>): number[] =>
  [...all.keys()].filter((i) => rows.has(all[i] as number));

const at = (values: Int32Array, places: readonly number[]): Int32Array =>
  Int32Array.from(places, (i) => values[i] as number);

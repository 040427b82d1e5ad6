import { derivedSeed, randomFrom, splitClasses } from '@kshot/fewshot';
import type { MetaRunSettings } from '../meta-run.js';

const TEST_CLASSES = 31;

/**
 * Classes that a meta-learning run trains on and those that it never sees: whole groups where there are any, so that nothing
 * of a family is seen in training. Depends on the settings and the class list alone.
 */
export function heldOutClasses<C extends { readonly name: string; readonly group?: string }>(
  classes: readonly C[],
  settings: Pick<MetaRunSettings, 'testShare' | 'seed'>,
): { train: C[]; test: C[] } {
  const families = new Set(classes.map(({ group }) => group));
  const by = families.size > 2 && !families.has(undefined) ? 'GROUP' : 'CLASS';
  const units = by === 'GROUP' ? families.size : classes.length;
  const count = Math.min(units - 2, Math.round(units * settings.testShare));
  if (count < 1) return { train: [...classes], test: [] };
  const random = randomFrom(derivedSeed(settings.seed, TEST_CLASSES));
  const [test = [], train = []] = splitClasses(classes, [count], by, random);
  return { train, test };
}

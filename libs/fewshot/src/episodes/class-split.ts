import { type Random, shuffled } from '../random/random.js';
import type { ClassRows } from './class-rows.js';

/**
 * Deals whole classes, or whole groups with all their classes, into as many parts as there are counts; what is left goes
 * into a last part. No class, and by group no family, is in two parts. Order within a part is that of the input.
 * Throws RangeError where there are fewer classes or groups than the counts ask for.
 */
export function splitClasses<C extends Pick<ClassRows, 'name' | 'group'>>(
  classes: readonly C[],
  counts: readonly number[],
  by: 'CLASS' | 'GROUP',
  random: Random,
): C[][] {
  const key = (c: C): string => (by === 'GROUP' ? (c.group ?? c.name) : c.name);
  const units = [...new Set(classes.map(key))];
  const wanted = counts.reduce((sum, n) => sum + n, 0);
  if (wanted > units.length) {
    const what = by === 'GROUP' ? 'groups' : 'classes';
    throw new RangeError(`A split into ${wanted} ${what} was asked for, but there are ${units.length}.`);
  }
  const part = new Map<string, number>();
  const ends = counts.map((_, i) => counts.slice(0, i + 1).reduce((sum, n) => sum + n, 0));
  for (const [at, unit] of shuffled([...units.keys()], random).entries()) {
    const i = ends.findIndex((end) => at < end);
    part.set(units[unit] as string, i < 0 ? counts.length : i);
  }
  return [...counts, 0].map((_, i) => classes.filter((c) => part.get(key(c)) === i));
}

import type { ColumnRole } from '@kshot/domain';
import { partOf } from '../layout/part-of.js';
import type { Table } from '../tables/table.js';
import { partNames, plainName } from './known-names.js';
import type { Profile } from './profile-column.js';

/**
 * The column that divides the rows into parts: called split, set, subset, fold or partition, with cells that nearly all mean one; else
 * one of which each cell means a part, whatever it is called.
 */
export function partColumn(
  table: Table,
  profiles: readonly Profile[],
  label: number,
  roleOf: (name: string) => ColumnRole | undefined,
): number | undefined {
  const find = (fits: (name: string, profile: Profile) => boolean): number | undefined => {
    const index = table.names.findIndex((name, i) => i !== label && fits(name, profiles[i] as Profile));
    return index < 0 ? undefined : index;
  };
  const isFree = (name: string): boolean => roleOf(name) === undefined;
  return (
    find((name) => roleOf(name) === 'PART') ??
    find((name, own) => isFree(name) && partNames.includes(plainName(name)) && dividesRows(own)) ??
    find((name, own) => isFree(name) && holdsParts(own))
  );
}

function dividesRows({ values, present }: Profile): boolean {
  let parts = 0;
  for (const [cell, count] of values) if (partOf(cell) !== null) parts += count;
  return present > 0 && parts >= 0.8 * present;
}

/** Whether each cell of a column means a part, and there are several. */
export function holdsParts({ values, distinct }: Profile): boolean {
  if (distinct > MOST_SPELLINGS) return false;
  const parts = new Set([...values.keys()].map(partOf));
  return parts.size > 1 && !parts.has(null);
}

const MOST_SPELLINGS = 20;

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
  const chosen = table.names.findIndex((name, i) => i !== label && roleOf(name) === 'PART');
  if (chosen >= 0) return chosen;
  const index = table.names.findIndex(
    (name, i) =>
      i !== label &&
      roleOf(name) === undefined &&
      partNames.includes(plainName(name)) &&
      dividesRows(profiles[i] as Profile),
  );
  if (index >= 0) return index;
  const byContent = table.names.findIndex(
    (name, i) => i !== label && roleOf(name) === undefined && holdsParts(profiles[i] as Profile),
  );
  return byContent < 0 ? undefined : byContent;
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

import type { ColumnRole } from '@kshot/domain';
import { partOf } from '../layout/part-of.js';
import type { Table } from '../tables/table.js';
import { partNames, plainName } from './known-names.js';
import type { Profile } from './profile-column.js';

/** The column that divides the rows into parts: called split, set, subset, fold or partition, with cells that nearly all mean one. */
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
  return index < 0 ? undefined : index;
}

function dividesRows({ values, present }: Profile): boolean {
  let parts = 0;
  for (const [cell, count] of values) if (partOf(cell) !== null) parts += count;
  return present > 0 && parts >= 0.8 * present;
}

import type { PlanFieldsFragment } from '@/generated/graphql';

type Plan = Pick<PlanFieldsFragment, 'modality' | 'columns'>;

/** Of a file that can be used both as texts and as a table: how many columns there are beside the texts; null of others. */
export function usesOf({ modality, columns }: Plan): { others: number } | null {
  if (modality === 'IMAGE' || !columns.some(({ role, leftOut }) => role === 'TEXT' && !leftOut)) return null;
  const others = columns.filter(({ role, leftOut, distinct }) =>
    modality === 'TEXT'
      ? leftOut && role === 'IGNORED' && distinct > 1
      : !leftOut && ['NUMBER', 'CATEGORY', 'DATE'].includes(role),
  ).length;
  return others > 0 || modality === 'TABLE' ? { others } : null;
}

import type { Prisma } from '../generated/client.js';
import type { Store } from '../open-store.js';
import type { KeptInput } from '../rows/rows.js';
import type { ListOrder } from './keyset.js';
import { type ListRange, listRows, type RowPage } from './list-rows.js';

export interface KeptInputFilter {
  readonly class?: string | null;
  readonly noneOfThese?: boolean | null;
  readonly reviewed?: boolean | null;
}

/** Inputs that are kept of a model. */
export function listKeptInputs(
  store: Store,
  range: ListRange,
  modelId: string,
  { class: name, noneOfThese, reviewed }: KeptInputFilter,
  order: ListOrder,
): Promise<RowPage<KeptInput>> {
  const where: Prisma.KeptInputWhereInput = {
    modelId,
    ...(name == null ? {} : { class: name }),
    ...(noneOfThese == null ? {} : { noneOfThese }),
    ...(reviewed == null ? {} : { label: reviewed ? { not: null } : null }),
  };
  return listRows(store, 'keptInput', range, { where, order });
}

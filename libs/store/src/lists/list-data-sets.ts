import type { Modality } from '@kshot/domain';
import type { Prisma } from '../generated/client.js';
import type { Store } from '../open-store.js';
import type { DataSet } from '../rows/rows.js';
import { contains } from './contains.js';
import type { ListOrder } from './keyset.js';
import { type ListRange, listRows, type RowPage } from './list-rows.js';
import { ofProjectOrShipped } from './of-row.js';

export interface DataSetFilter {
  readonly projectId?: string | null;
  readonly search?: string;
  readonly modality?: Modality;
  readonly shipped?: boolean;
}

export function listDataSets(
  store: Store,
  range: ListRange,
  { projectId, search, modality, shipped }: DataSetFilter,
  order: ListOrder,
): Promise<RowPage<DataSet>> {
  const where: Prisma.DataSetWhereInput = {
    ...ofProjectOrShipped(projectId),
    discardedAt: null,
    ...(search ? { OR: [{ name: contains(search) }, { description: contains(search) }] } : {}),
    ...(typeof shipped === 'boolean' ? { shipped } : {}),
    ...(modality ? { versions: { some: { modality } } } : {}),
  };
  return listRows(store, 'dataSet', range, { where, order });
}

import type { Modality } from '@kshot/domain';
import type { Prisma } from '../generated/client.js';
import type { Store } from '../open-store.js';
import type { Model } from '../rows/rows.js';
import { contains } from './contains.js';
import type { ListOrder } from './keyset.js';
import { type ListRange, listRows, type RowPage } from './list-rows.js';
import { ofDataSet, ofProjectOrShipped } from './of-row.js';

export interface ModelFilter {
  readonly projectId?: string | null;
  readonly search?: string;
  readonly modality?: Modality;
  readonly dataSetId?: string;
  readonly tag?: string;
  readonly shipped?: boolean;
  /** Archived ones too. */
  readonly archived?: boolean;
}

export function listModels(
  store: Store,
  range: ListRange,
  { projectId, search, modality, dataSetId, tag, shipped, archived }: ModelFilter,
  order: ListOrder,
): Promise<RowPage<Model>> {
  const where: Prisma.ModelWhereInput = {
    ...ofProjectOrShipped(projectId),
    ...(search ? { name: contains(search) } : {}),
    ...(modality ? { modality } : {}),
    ...ofDataSet(dataSetId),
    ...(tag ? { tags: { has: tag } } : {}),
    ...(typeof shipped === 'boolean' ? { shipped } : {}),
    ...(archived ? {} : { archivedAt: null }),
  };
  return listRows(store, 'model', range, { where, order });
}

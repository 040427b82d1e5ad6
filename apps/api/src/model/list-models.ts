import type { Prisma } from '@kshot/store';
import type { Context } from '../context.js';
import { contains } from '../data-set/list-data-sets.js';
import { type Page, page } from '../schema/connection.js';
import { isId } from '../schema/find.js';
import type { PageArgs } from '../schema/page-args.js';
import { type Model, type ModelFilter, type ModelSort, presentModel } from './model.type.js';

export function listModels(
  { store }: Context,
  range: PageArgs,
  filter: ModelFilter = {},
  sort: ModelSort = { field: 'CREATED_AT', direction: 'DESC' },
): Promise<Page<Model>> {
  const where: Prisma.ModelWhereInput = {
    ...(filter.search ? { name: contains(filter.search) } : {}),
    ...(filter.modality ? { modality: filter.modality } : {}),
    ...(filter.dataSetId && isId(filter.dataSetId) ? { version: { dataSetId: filter.dataSetId } } : {}),
  };
  const direction = sort.direction === 'ASC' ? 'asc' : 'desc';
  const { model } = store.prisma;
  return page(
    range,
    (window) =>
      model.findMany({ where, orderBy: [orderOf(sort.field, direction), { id: direction }], ...window }),
    () => model.count({ where }),
    presentModel,
  );
}

function orderOf(field: ModelSort['field'], direction: 'asc' | 'desc'): Prisma.ModelOrderByWithRelationInput {
  switch (field) {
    case 'NAME':
      return { name: direction };
    case 'BYTES':
      return { bytes: direction };
    case 'ACCURACY':
      return { accuracy: { sort: direction, nulls: 'last' } };
    case 'CREATED_AT':
      return { createdAt: direction };
  }
}

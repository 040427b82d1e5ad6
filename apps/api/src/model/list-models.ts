import type { Prisma } from '@kshot/store';
import type { Context } from '../context.js';
import { type Page, page } from '../schema/connection.js';
import { contains } from '../schema/contains.js';
import { isId } from '../schema/find.js';
import type { PageArgs } from '../schema/page-args.js';
import { type Model, presentModel } from './model.type.js';
import type { ModelFilter, ModelSort } from './model-list.type.js';

const columns = { NAME: 'name', BYTES: 'bytes', ACCURACY: 'accuracy', CREATED_AT: 'createdAt' } as const;

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
  const by = columns[sort.field];
  return page(
    range,
    {
      where,
      order: { by, direction, ...(by === 'accuracy' ? { nullsLast: true } : {}) },
      find: (window) => model.findMany(window),
      count: (counted) => model.count(counted),
    },
    presentModel,
  );
}

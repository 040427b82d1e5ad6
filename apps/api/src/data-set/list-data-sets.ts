import type { Prisma } from '@kshot/store';
import type { Context } from '../context.js';
import { type Page, page } from '../schema/connection.js';
import { contains } from '../schema/contains.js';
import type { PageArgs } from '../schema/page-args.js';
import { type DataSet, type DataSetFilter, type DataSetSort, presentDataSet } from './data-set.type.js';

export function listDataSets(
  { store }: Context,
  range: PageArgs,
  filter: DataSetFilter = {},
  sort: DataSetSort = { field: 'CREATED_AT', direction: 'DESC' },
): Promise<Page<DataSet>> {
  const where: Prisma.DataSetWhereInput = {
    discardedAt: null,
    ...(filter.search
      ? { OR: [{ name: contains(filter.search) }, { description: contains(filter.search) }] }
      : {}),
    ...(filter.modality ? { versions: { some: { modality: filter.modality } } } : {}),
  };
  const direction = sort.direction === 'ASC' ? 'asc' : 'desc';
  const { dataSet } = store.prisma;
  return page(
    range,
    {
      where,
      order: { by: sort.field === 'NAME' ? 'name' : 'createdAt', direction },
      find: (window) => dataSet.findMany(window),
      count: (counted) => dataSet.count(counted),
    },
    presentDataSet,
  );
}

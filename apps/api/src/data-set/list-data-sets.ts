import { listDataSets as listRows } from '@kshot/store';
import type { Context } from '../context.js';
import { assertProject } from '../project/shown-project.js';
import { type Page, page } from '../schema/connection.js';
import type { PageArgs } from '../schema/page-args.js';
import { type DataSet, type DataSetFilter, type DataSetSort, presentDataSet } from './data-set.type.js';

export async function listDataSets(
  { store, projectId }: Context,
  range: PageArgs,
  filter: DataSetFilter = {},
  sort: DataSetSort = { field: 'CREATED_AT', direction: 'DESC' },
): Promise<Page<DataSet>> {
  await assertProject({ store }, filter.projectId);
  const direction = sort.direction === 'ASC' ? 'asc' : 'desc';
  const by = sort.field === 'NAME' ? 'name' : 'createdAt';
  return page(listRows(store, range, { projectId, ...filter }, { by, direction }), presentDataSet);
}

import { listDataSets as listRows } from '@kshot/store';
import type { Context } from '../context.js';
import { shownProject } from '../project/shown-project.js';
import { type Page, page } from '../schema/connection.js';
import type { PageArgs } from '../schema/page-args.js';
import { type DataSet, type DataSetFilter, type DataSetSort, presentDataSet } from './data-set.type.js';

export async function listDataSets(
  context: Context,
  range: PageArgs,
  filter: DataSetFilter = {},
  sort: DataSetSort = { field: 'CREATED_AT', direction: 'DESC' },
): Promise<Page<DataSet>> {
  const shown = { ...filter, ...(await shownProject(context, filter.projectId)) };
  const direction = sort.direction === 'ASC' ? 'asc' : 'desc';
  const by = sort.field === 'NAME' ? 'name' : 'createdAt';
  return page(listRows(context.store, range, shown, { by, direction }), presentDataSet);
}

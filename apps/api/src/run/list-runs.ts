import { listRuns as listRows } from '@kshot/store';
import type { Context } from '../context.js';
import { shownProject } from '../project/shown-project.js';
import { type Page, page } from '../schema/connection.js';
import type { PageArgs } from '../schema/page-args.js';
import type { RunFilter, RunSort } from './run.input.js';
import { presentRun, type Run } from './run.type.js';

const columns = { CREATED_AT: 'createdAt', NAME: 'name', STATUS: 'status', DURATION: 'duration' } as const;

export async function listRuns(
  context: Context,
  range: PageArgs,
  filter: RunFilter = {},
  sort: RunSort = { field: 'CREATED_AT', direction: 'DESC' },
): Promise<Page<Run>> {
  const shown = { ...filter, ...(await shownProject(context, filter.projectId)) };
  const direction = sort.direction === 'ASC' ? 'asc' : 'desc';
  return page(listRows(context.store, range, shown, { by: columns[sort.field], direction }), presentRun);
}

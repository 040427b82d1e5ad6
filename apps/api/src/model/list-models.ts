import { listModels as listRows } from '@kshot/store';
import type { Context } from '../context.js';
import { shownProject } from '../project/shown-project.js';
import { type Page, page } from '../schema/connection.js';
import type { PageArgs } from '../schema/page-args.js';
import { type Model, presentModel } from './model.type.js';
import type { ModelFilter, ModelSort } from './model-list.type.js';

const columns = { NAME: 'name', BYTES: 'bytes', ACCURACY: 'accuracy', CREATED_AT: 'createdAt' } as const;

export async function listModels(
  context: Context,
  range: PageArgs,
  filter: ModelFilter = {},
  sort: ModelSort = { field: 'CREATED_AT', direction: 'DESC' },
): Promise<Page<Model>> {
  const shown = { ...filter, ...(await shownProject(context, filter.projectId)) };
  const direction = sort.direction === 'ASC' ? 'asc' : 'desc';
  const by = columns[sort.field];
  return page(
    listRows(context.store, range, shown, {
      by,
      direction,
      ...(by === 'accuracy' ? { nullsLast: true } : {}),
    }),
    presentModel,
  );
}

import { DomainError } from '@kshot/domain';
import type { Prisma } from '@kshot/store';
import type { Context } from '../context.js';
import { type Page, page } from '../schema/connection.js';
import { contains, versionsNamed } from '../schema/contains.js';
import { isId } from '../schema/find.js';
import type { PageArgs } from '../schema/page-args.js';
import type { RunFilter, RunSort } from './run.input.js';
import { presentRun, type Run } from './run.type.js';

const columns = { CREATED_AT: 'createdAt', NAME: 'name', STATUS: 'status', DURATION: 'endedAt' } as const;

export async function listRuns(
  { store }: Context,
  range: PageArgs,
  filter: RunFilter = {},
  sort: RunSort = { field: 'CREATED_AT', direction: 'DESC' },
): Promise<Page<Run>> {
  if (filter.dataSetId && !isId(filter.dataSetId))
    throw new DomainError('NOT_FOUND', `There is no data set with the id ${filter.dataSetId}.`);
  const { search } = filter;
  const where: Prisma.RunWhereInput = {
    ...(search
      ? {
          OR: [
            { name: contains(search) },
            { method: contains(search) },
            { versionId: { in: await versionsNamed(store, search) } },
          ],
        }
      : {}),
    ...(filter.status?.length ? { status: { in: filter.status } } : {}),
    ...(filter.technique ? { technique: filter.technique } : {}),
    ...(filter.dataSetId ? { version: { dataSetId: filter.dataSetId } } : {}),
  };
  const direction = sort.direction === 'ASC' ? 'asc' : 'desc';
  const { run } = store.prisma;
  return page(
    range,
    {
      where,
      order: { by: columns[sort.field], direction },
      find: (window) => run.findMany({ ...window, omit: { report: true, episodeReport: true } }),
      count: (counted) => run.count(counted),
    },
    presentRun,
  );
}

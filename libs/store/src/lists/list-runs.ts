import { DomainError, isId, type RunStatus, type Technique } from '@kshot/domain';
import type { Prisma } from '../generated/client.js';
import type { Store } from '../open-store.js';
import type { Run } from '../rows/rows.js';
import { contains, versionsNamed } from './contains.js';
import type { ListOrder } from './keyset.js';
import { type ListRange, listRows, type RowPage } from './list-rows.js';
import { ofProject } from './of-project.js';

export interface RunFilter {
  readonly projectId?: string | null;
  readonly search?: string;
  readonly status?: RunStatus[];
  readonly technique?: Technique;
  readonly dataSetId?: string;
}

/** Runs without their reports. */
export async function listRuns(
  store: Store,
  range: ListRange,
  { projectId, search, status, technique, dataSetId }: RunFilter,
  order: ListOrder,
): Promise<RowPage<Run>> {
  if (dataSetId && !isId(dataSetId))
    throw new DomainError('NOT_FOUND', `There is no data set with the id ${dataSetId}.`);
  const where: Prisma.RunWhereInput = {
    ...ofProject(projectId),
    ...(search
      ? {
          OR: [
            { name: contains(search) },
            { method: contains(search) },
            { versionId: { in: await versionsNamed(store, search) } },
          ],
        }
      : {}),
    ...(status?.length ? { status: { in: status } } : {}),
    ...(technique ? { technique } : {}),
    ...(dataSetId ? { version: { dataSetId } } : {}),
  };
  return listRows(store, 'run', range, { where, order, omit: { report: true, episodeReport: true } });
}

import type { RunStatus, Technique } from '@kshot/domain';
import type { Prisma } from '../generated/client.js';
import type { Store } from '../open-store.js';
import type { Run } from '../rows/rows.js';
import { contains, versionsNamed } from './contains.js';
import type { ListOrder } from './keyset.js';
import { type ListRange, listRows, type RowPage } from './list-rows.js';
import { ofDataSet, ofProject } from './of-row.js';

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
    ...ofDataSet(dataSetId),
  };
  return listRows(store, 'run', range, { where, order, omit: { report: true, episodeReport: true } });
}

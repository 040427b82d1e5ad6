import type { RunStatus } from '@kshot/domain';
import type { Prisma } from '../generated/client.js';
import type { Store } from '../open-store.js';
import type { Evaluation } from '../rows/rows.js';
import { contains, versionsNamed } from './contains.js';
import { newestFirst } from './keyset.js';
import { type ListRange, listRows, type RowPage } from './list-rows.js';
import { ofDataSet, ofProject, ofRow } from './of-row.js';

export interface EvaluationFilter {
  readonly projectId?: string | null;
  readonly search?: string;
  readonly status?: RunStatus[];
  readonly modelId?: string;
  readonly dataSetId?: string;
  readonly inStudy?: boolean;
}

export async function listEvaluations(
  store: Store,
  range: ListRange,
  { projectId, search, status, modelId, dataSetId, inStudy }: EvaluationFilter,
): Promise<RowPage<Evaluation>> {
  const where: Prisma.EvaluationWhereInput = {
    ...ofProject(projectId),
    ...(search
      ? { OR: [{ name: contains(search) }, { versionId: { in: await versionsNamed(store, search) } }] }
      : {}),
    ...(status?.length ? { status: { in: status } } : {}),
    ...ofRow('model', 'modelId', modelId),
    ...ofDataSet(dataSetId),
    ...(inStudy === true ? { studyId: { not: null } } : inStudy === false ? { studyId: null } : {}),
  };
  return listRows(store, 'evaluation', range, { where, order: newestFirst });
}

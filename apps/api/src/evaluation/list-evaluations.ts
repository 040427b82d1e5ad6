import type { Prisma } from '@kshot/store';
import type { Context } from '../context.js';
import { type Page, page } from '../schema/connection.js';
import { contains, versionsNamed } from '../schema/contains.js';
import { isId } from '../schema/find.js';
import type { PageArgs } from '../schema/page-args.js';
import type { EvaluationFilter } from './evaluation.input.js';
import { type Evaluation, presentEvaluation } from './evaluation.type.js';

export async function listEvaluations(
  { store }: Context,
  range: PageArgs,
  { search, status, modelId, dataSetId, inStudy }: EvaluationFilter = {},
): Promise<Page<Evaluation>> {
  const where: Prisma.EvaluationWhereInput = {
    ...(search
      ? { OR: [{ name: contains(search) }, { versionId: { in: await versionsNamed(store, search) } }] }
      : {}),
    ...(status?.length ? { status: { in: status } } : {}),
    ...(modelId && isId(modelId) ? { modelId } : {}),
    ...(dataSetId && isId(dataSetId) ? { version: { dataSetId } } : {}),
    ...(inStudy === true ? { studyId: { not: null } } : inStudy === false ? { studyId: null } : {}),
  };
  const { evaluation } = store.prisma;
  return page(
    range,
    {
      where,
      order: { by: 'createdAt', direction: 'desc' },
      find: (window) => evaluation.findMany(window),
      count: (counted) => evaluation.count(counted),
    },
    presentEvaluation,
  );
}

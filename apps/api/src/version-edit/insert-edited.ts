import { DomainError, importRequest, type VersionEdit } from '@kshot/domain';
import { queueTasks } from '@kshot/store';
import type { Context } from '../context.js';
import type { PlannedVersion } from '../evaluation/plan-evaluation.js';
import { type DataSetVersion, presentVersion } from '../version/version.type.js';
import { assertWhy } from './assert-why.js';

interface Why {
  readonly note: string;
  readonly author?: string | null | undefined;
}

/** Puts the next version of a data set into the queue. Throws CONFLICT where a newer one than its parent exists, unless it replaces all. */
export async function insertEdited(
  { store: { prisma } }: Context,
  parent: PlannedVersion,
  edit: VersionEdit,
  asked: Why,
  restores = false,
): Promise<DataSetVersion> {
  const why = assertWhy(asked);
  const version = await prisma.$transaction(async (tx) => {
    // Two edits at once wait for each other here, so that the second sees the first.
    await tx.$queryRaw`select id from data_set where id = ${parent.dataSetId}::uuid for update`;
    const versions = { dataSetId: parent.dataSetId };
    const newest = await tx.dataSetVersion.findFirst({
      where: { ...versions, status: { not: 'FAILED' } },
      orderBy: { number: 'desc' },
    });
    if (newest && newest.number > parent.number && !restores)
      throw new DomainError(
        'CONFLICT',
        `Version ${newest.number} was made meanwhile, so that version ${parent.number} is no longer the newest. Make the changes to version ${newest.number}, or restore version ${parent.number} first.`,
      );
    const { _max } = await tx.dataSetVersion.aggregate({ where: versions, _max: { number: true } });
    const created = await tx.dataSetVersion.create({
      data: {
        ...versions,
        number: (_max.number ?? 0) + 1,
        uploadHash: parent.uploadHash,
        parentId: parent.id,
        ...why,
        request: { ...importRequest.parse(parent.request), edit },
      },
    });
    await queueTasks(tx, [{ kind: 'import', subject: created.id, part: 0 }]);
    return created;
  });
  return presentVersion(version);
}

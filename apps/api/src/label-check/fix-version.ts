import { DomainError, importRequest, type PackManifest } from '@kshot/domain';
import { queueTasks } from '@kshot/store';
import type { Context } from '../context.js';
import { versionFor } from '../evaluation/plan-evaluation.js';
import { isId } from '../schema/find.js';
import { type DataSetVersion, presentVersion } from '../version/version.type.js';
import type { FixVersionInput } from './label-check.input.js';

/** A new version without some examples and with other labels. A worker makes it; watch `versionChanged`. */
export async function fixVersion(context: Context, input: FixVersionInput): Promise<DataSetVersion> {
  const { prisma } = context.store;
  const parent = await versionFor(context, input.versionId);
  const { remove, relabel } = input;
  if (remove.length + relabel.length === 0)
    throw new DomainError('BAD_INPUT', 'There is nothing to fix. Name examples to remove or to relabel.');
  const rows = await rowsOf(context, parent.id, [...remove, ...relabel.map(({ exampleId }) => exampleId)]);
  const { classes } = parent.manifest as unknown as PackManifest;
  const fix = {
    removed: remove.map((id) => rows.get(id)!),
    relabelled: relabel.map(({ exampleId, class: name }): [number, number] => {
      const k = classes.findIndex((one) => one.name === name);
      if (k < 0) throw new DomainError('BAD_INPUT', `The version has no class "${name}".`);
      return [rows.get(exampleId)!, k];
    }),
  };
  const version = await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`select id from data_set where id = ${parent.dataSetId}::uuid for update`;
    const { _max } = await tx.dataSetVersion.aggregate({
      where: { dataSetId: parent.dataSetId },
      _max: { number: true },
    });
    const created = await tx.dataSetVersion.create({
      data: {
        dataSetId: parent.dataSetId,
        number: (_max.number ?? 0) + 1,
        uploadHash: parent.uploadHash,
        parentId: parent.id,
        request: { ...importRequest.parse(parent.request), fix },
      },
    });
    await queueTasks(tx, [{ kind: 'import', subject: created.id, part: 0 }]);
    return created;
  });
  return presentVersion(version);
}

/** Rows of the examples by id; NOT_FOUND where one is not of this version. */
async function rowsOf({ store }: Context, versionId: string, ids: string[]): Promise<Map<string, number>> {
  const found = await store.prisma.example.findMany({
    where: { versionId, id: { in: ids.filter(isId) } },
    select: { id: true, index: true },
  });
  const rows = new Map(found.map(({ id, index }) => [id, index]));
  const stray = ids.find((id) => !rows.has(id));
  if (stray === undefined) return rows;
  throw new DomainError('NOT_FOUND', `The version has no example with the id ${stray}.`);
}

import { DomainError } from '@kshot/domain';
import { type Prisma, queueTasks } from '@kshot/store';
import type { Context } from '../context.js';
import { arrivedUpload } from '../inspection/arrived-upload.js';
import { requestOf } from '../inspection/request-of.js';
import { found } from '../schema/find.js';
import { type DataSetVersion, presentVersion } from '../version/version.type.js';
import { assertWhy } from '../version-edit/assert-why.js';
import type { ImportDataSetInput } from './import-data-set.input.js';

/** Makes a data set, or a new version of one, from a file that has arrived. A worker reads it; watch `versionChanged`. */
export async function importDataSet(context: Context, input: ImportDataSetInput): Promise<DataSetVersion> {
  const { prisma } = context.store;
  const upload = await arrivedUpload(context, input.uploadId);
  const name = input.name.trim();
  if (name === '' || name.length > 120)
    throw new DomainError('BAD_INPUT', 'A data set needs a name of at most 120 characters.');
  const request = requestOf(upload.fileName, input);
  const why = assertWhy(input);
  const version = await prisma.$transaction(async (tx) => {
    const dataSet = input.dataSetId ? await existing(tx, input.dataSetId) : await newDataSet(tx, name, input);
    const { _max } = await tx.dataSetVersion.aggregate({
      where: { dataSetId: dataSet.id },
      _max: { number: true },
    });
    const created = await tx.dataSetVersion.create({
      data: {
        dataSetId: dataSet.id,
        number: (_max.number ?? 0) + 1,
        uploadHash: upload.sha256,
        request: { ...request },
        ...why,
      },
    });
    await queueTasks(tx, [{ kind: 'import', subject: created.id, part: 0 }]);
    return created;
  });
  await prisma.upload.update({ where: { id: upload.id }, data: { usedAt: new Date() } });
  return presentVersion(version);
}

/** Locked, so that two imports at once get different numbers. */
async function existing(tx: Prisma.TransactionClient, id: string): Promise<{ id: string }> {
  await tx.$queryRaw`select id from data_set where id = ${id}::uuid for update`;
  return found('data set', id, (key) => tx.dataSet.findFirst({ where: { id: key, discardedAt: null } }));
}

async function newDataSet(
  tx: Prisma.TransactionClient,
  name: string,
  input: ImportDataSetInput,
): Promise<{ id: string }> {
  const { description, licence = null, source = null } = input;
  try {
    return await tx.dataSet.create({ data: { name, description: description ?? '', licence, source } });
  } catch (error) {
    if ((error as { code?: string }).code !== 'P2002') throw error;
    throw new DomainError(
      'CONFLICT',
      `There is a data set called "${name}" already. Take another name, or pass its id as dataSetId to add a version.`,
    );
  }
}

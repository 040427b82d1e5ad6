import { DomainError } from '@kshot/domain';
import type { Context } from '../context.js';
import { found } from '../schema/find.js';

/** Deletes a data set with its versions; refused while runs stand on it, so that no result loses its data. */
export async function deleteDataSet({ store: { prisma } }: Context, id: string): Promise<string> {
  const { name } = await found('data set', id, (key) => prisma.dataSet.findUnique({ where: { id: key } }));
  const runs = await prisma.run.count({ where: { version: { dataSetId: id } } });
  if (runs > 0) {
    throw new DomainError(
      'CONFLICT',
      `${name} is used by ${runs} ${runs === 1 ? 'run' : 'runs'}. Delete them first.`,
    );
  }
  await prisma.dataSet.delete({ where: { id } });
  return id;
}

import { DomainError } from '@kshot/domain';
import type { Context } from '../context.js';
import { found } from '../schema/find.js';
import { calledBy } from './alias.type.js';

/** Deletes a model. One that aliases point to goes only with all of them named, and they go with it; one that a run is about to start from stays. */
export async function deleteModel({ store }: Context, id: string, named: readonly string[]): Promise<string> {
  await found('model', id, (key) => store.prisma.model.findUnique({ where: { id: key } }));
  await store.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select from model where id = ${id}::uuid for update`;
    const users = await tx.alias.findMany({ where: { modelId: id } });
    const left = users.map(calledBy).filter((name) => !named.includes(name));
    if (left.length > 0)
      throw new DomainError(
        'CONFLICT',
        `The model is served as ${left.join(', ')}. Point that to another model first, or name it in \`aliases\` to delete it as well.`,
      );
    const waiting = await tx.run.findFirst({
      where: { parentId: id, status: { in: ['QUEUED', 'RUNNING'] } },
    });
    if (waiting)
      throw new DomainError(
        'CONFLICT',
        `The run ${waiting.name} starts from this model. Wait for it, or cancel it first.`,
      );
    await tx.alias.deleteMany({ where: { modelId: id } });
    await tx.model.delete({ where: { id } });
  });
  return id;
}

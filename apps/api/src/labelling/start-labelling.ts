import { DomainError, type PackManifest } from '@kshot/domain';
import { queueTasks } from '@kshot/store';
import type { Context } from '../context.js';
import { versionFor } from '../evaluation/plan-evaluation.js';
import { suitedStarter } from '../run/suited-starter.js';
import { type Labelling, presentLabelling } from './labelling.type.js';

/** Queues the features of a version's examples, by the backbone that Train would take. */
export async function startLabelling(context: Context, versionId: string): Promise<Labelling> {
  const version = await versionFor(context, versionId);
  if (!(version.manifest as unknown as PackManifest).unlabelled)
    throw new DomainError(
      'CONFLICT',
      'All examples of this version have a class. Add files without classes to label them here.',
    );
  const starter = await suitedStarter(context, version);
  const row = await context.store.prisma.$transaction(async (tx) => {
    const created = await tx.labelling.create({
      data: { versionId: version.id, modelId: starter?.id ?? null },
    });
    await queueTasks(tx, [{ kind: 'labelling', subject: created.id, part: 0 }]);
    return created;
  });
  return presentLabelling(row);
}

import { DomainError } from '@kshot/domain';
import { insertWithTask, readyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { placeOf } from '../project/place-of.js';
import { suitedStarter } from '../run/suited-starter.js';
import { type Labelling, presentLabelling } from './labelling.type.js';

/** Queues the features of a version's examples, by the backbone that Train would take. */
export async function startLabelling(
  context: Context,
  versionId: string,
  projectId?: string | null,
): Promise<Labelling> {
  const { store } = context;
  const version = await readyVersion(store, versionId);
  if (!version.manifest.unlabelled)
    throw new DomainError(
      'CONFLICT',
      'All examples of this version have a class. Add files without classes to label them here.',
    );
  const { starter } = await suitedStarter(context, version);
  const row = await insertWithTask(store, 'labelling', 'labelling', {
    versionId: version.id,
    modelId: starter?.id ?? null,
    ...(await placeOf(context, [version.dataSet, starter], projectId)),
  });
  return presentLabelling(row);
}

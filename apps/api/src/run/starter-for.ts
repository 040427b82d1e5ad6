import { readFileSync } from 'node:fs';
import type { Modality, ModelManifest } from '@kshot/domain';
import type { Model, Store } from '@kshot/store';

const shipped = JSON.parse(
  readFileSync(new URL('../../../../models/index.json', import.meta.url), 'utf8'),
) as readonly { readonly name: string }[];

/** The model of other data to start from: of those that ship the first in their list, else the first that was registered. */
export async function starterFor(prisma: Store['prisma'], modality: Modality): Promise<Model | undefined> {
  const models = await prisma.model.findMany({
    where: { modality, versionId: null, runId: null, parentId: null },
    orderBy: { createdAt: 'asc' },
    take: 100,
  });
  // Sentence encoders have no classes; a meta-model of pictures is for such pictures as it was trained on.
  const usable = models.filter(
    (model) => modality === 'TEXT' || !(model.manifest as unknown as ModelManifest).meta,
  );
  const best = shipped.find(({ name }) => usable.some((model) => model.name === name));
  return usable.find(({ name }) => name === best?.name) ?? usable[0];
}

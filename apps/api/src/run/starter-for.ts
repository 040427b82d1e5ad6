import type { ModelManifest, PackManifest } from '@kshot/domain';
import type { Model } from '@kshot/store';
import type { Context } from '../context.js';
import type { PlannedVersion } from '../evaluation/plan-evaluation.js';

/** Grey pictures with this many examples of each class teach a small network more than a model of photos knows of them. */
const ENOUGH_DRAWINGS = 20;

/** The first registered model of other data that takes such examples; none where a network of its own does better. */
export async function starterFor(
  { store: { prisma } }: Context,
  { modality, manifest, exampleCount, classCount }: PlannedVersion,
): Promise<Model | undefined> {
  const { image } = manifest as unknown as PackManifest;
  if (!modality || modality === 'TABLE') return undefined;
  if (image?.channels === 1 && exampleCount / classCount >= ENOUGH_DRAWINGS) return undefined;
  const models = await prisma.model.findMany({
    where: { modality, versionId: null, runId: null, parentId: null },
    orderBy: { createdAt: 'asc' },
    take: 20,
  });
  // Sentence encoders know no classes; a meta-model of pictures is for such pictures as it was trained on.
  return models.find((model) => modality === 'TEXT' || !(model.manifest as unknown as ModelManifest).meta);
}

import type { Modality } from '@kshot/domain';
import { inputFrom, type RawInput } from '@kshot/ingest';
import type { Context } from '../context.js';

/** What was asked, where its model takes this kind; null otherwise, and where it is gone. */
export async function inputOf(
  { loaders, store }: Context,
  { modelId, contentHash }: { readonly modelId: string; readonly contentHash: string },
  modality: Modality,
): Promise<RawInput | null> {
  const model = await loaders.model.load(modelId);
  if (model?.modality !== modality) return null;
  return inputFrom(modality, await store.blobs.read(contentHash));
}

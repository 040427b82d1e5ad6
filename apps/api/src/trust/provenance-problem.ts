import type { Model } from '@kshot/store';

/** Why a model's answers cannot be traced to single examples; null where they can. */
export function provenanceProblem({
  supportHash,
  technique,
  manifest,
}: Pick<Model, 'supportHash' | 'technique' | 'manifest'>): string | null {
  if (supportHash) return null;
  if (manifest.meta) return 'A meta-model has no examples of its own; its sub-models have.';
  if (technique === 'META')
    return 'It was fitted further, adapts its weights by gradient steps, or was built before its examples were kept: leaving one out would mean building it again.';
  if (technique === 'TRANSFER')
    return 'Only nearest centroid, nearest neighbours and ridge on at most 500 training examples can tell, when trained since that is kept: other heads would have to be trained again without each.';
  return 'All its training examples shaped its weights together: leaving one out would mean training it again.';
}

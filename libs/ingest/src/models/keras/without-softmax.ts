import { DomainError } from '@kshot/domain';
import type { Layer } from '@kshot/fewshot';

/** The layers up to their logits. Throws DATA_FORMAT where they do not end in class scores. */
export function withoutSoftmax(layers: readonly Layer[]): Layer[] {
  const last = layers.at(-1);
  if (last?.kind === 'activation' && last.activation === 'softmax') return layers.slice(0, -1);
  if (last?.kind === 'dense' && (last.activation === 'softmax' || last.activation === 'linear')) {
    return [...layers.slice(0, -1), { ...last, activation: 'linear' }];
  }
  // One sigmoid for two classes becomes two logits once its weights are there.
  if (last?.kind === 'dense' && last.units === 1 && last.activation === 'sigmoid') return [...layers];
  const before = layers.at(-2);
  if (
    last?.kind === 'activation' &&
    last.activation === 'sigmoid' &&
    before?.kind === 'dense' &&
    before.units === 1
  )
    return [...layers.slice(0, -2), { ...before, activation: 'sigmoid' }];
  throw new DomainError(
    'DATA_FORMAT',
    'The model does not end in a softmax or in logits over classes. Only classifiers are read.',
  );
}

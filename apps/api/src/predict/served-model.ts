import { DomainError } from '@kshot/domain';
import type { Model } from '@kshot/store';

/** Throws BAD_INPUT for a meta-model, which has no answers of its own. */
export function assertServed({ manifest }: Pick<Model, 'manifest'>): void {
  if (manifest.classes.length > 0) return;
  throw new DomainError(
    'BAD_INPUT',
    'This is a meta-model: it answers through a sub-model. Build one with buildSubModel.',
  );
}

import type { ModelManifest } from '@kshot/domain';
import { strengthFor } from '@kshot/fewshot';
import type { Model } from '@kshot/store';

/** The strength below which a model's answers are none of its classes; undefined where it always answers. */
export function leastStrength({
  manifest,
  answered,
}: Pick<Model, 'manifest' | 'answered'>): number | undefined {
  const { sureness } = manifest as unknown as ModelManifest;
  return sureness && answered !== null ? strengthFor(sureness, answered) : undefined;
}

import { metaMethod } from '../meta/meta-methods.js';
import type { MetaModel } from '../meta/meta-model.js';
import type { SupportRule } from './support-rule.js';

/** How sub-models of a meta-model decide by their support examples; undefined where that is not known in closed form. */
export function supportRuleOf({
  settings,
  weights,
}: Pick<MetaModel, 'settings' | 'weights'>): SupportRule | undefined {
  const method = metaMethod(settings.method);
  return method.kind === 'METRIC' ? method.rule?.(weights) : undefined;
}

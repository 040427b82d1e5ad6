import type { MetaModel } from '../meta/meta-model.js';
import type { SupportRule } from './support-rule.js';

/** How sub-models of a meta-model decide by their support examples; undefined where they adapt weights by gradient steps instead. */
export function supportRuleOf({
  settings,
  weights,
}: Pick<MetaModel, 'settings' | 'weights'>): SupportRule | undefined {
  const learnt = (name: string) => weights[`metric/${name}`]?.values[0] as number;
  switch (settings.method) {
    case 'PROTONET':
      return { kind: 'CENTROID' };
    case 'PROTONET_COSINE':
    case 'MATCHING':
      return { kind: 'COSINE', scale: learnt('temperature') };
    case 'RIDGE':
      return { kind: 'RIDGE', penalty: Math.exp(learnt('logPenalty')), scale: learnt('scale') };
    default:
      return undefined;
  }
}

import type { Support } from '../heads/head.js';
import { ridgeByLeaveOneOut } from '../heads/ridge.js';
import type { TransferSettings } from '../methods/transfer.options.js';
import type { SupportRule } from './support-rule.js';

/**
 * How a head that was fitted on a support set decides by its examples: the very head, with the penalty that was chosen for all of
 * them. Undefined where leaving one out would mean fitting again.
 */
export function transferRule(
  support: Support,
  settings: Pick<TransferSettings, 'method' | 'metric' | 'neighbours'>,
  temperature: number,
): SupportRule | undefined {
  const rule = ruleOf(support, settings);
  return rule && { ...rule, temperature };
}

function ruleOf(
  support: Support,
  { method, metric, neighbours }: Pick<TransferSettings, 'method' | 'metric' | 'neighbours'>,
): SupportRule | undefined {
  switch (method) {
    case 'CENTROID':
      return metric === 'COSINE'
        ? { kind: 'COSINE', scale: 10, length: 'ROOT_MEAN_SQUARE' }
        : { kind: 'CENTROID' };
    case 'NEAREST_NEIGHBOURS':
      return { kind: 'NEIGHBOURS', neighbours };
    case 'RIDGE':
      return { kind: 'RIDGE_WITH_INTERCEPT', penalty: ridgeByLeaveOneOut(support).penalty };
    default:
      return undefined;
  }
}

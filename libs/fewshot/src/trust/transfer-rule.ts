import type { HeadSettings } from '../heads/fit-head.js';
import type { Support } from '../heads/head.js';
import { headKind } from '../heads/head-kinds.js';
import type { SupportRule } from './support-rule.js';

/**
 * How a head that was fitted on a support set decides by its examples: the very head, with the penalty that was chosen for all of
 * them. Undefined where leaving one out would mean fitting again, or features are changed first.
 */
export function transferRule(
  support: Support,
  settings: HeadSettings,
  temperature: number,
): SupportRule | undefined {
  if (settings.transform !== 'NONE') return undefined;
  const rule = headKind(settings.method).rule?.(support, settings);
  return rule && { ...rule, temperature };
}

import type { HeadSettings } from '../heads/fit-head.js';
import type { Support } from '../heads/head.js';
import { headKind } from '../heads/head-kinds.js';
import type { ChosenHead } from '../transfer/choose-head.js';
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

/** Leaving one example after another out of so many takes a moment. */
const MOST_TRACED = 500;

/** The same of a head that was chosen. Undefined too of more than 500 examples, and where names of classes count as examples. */
export const chosenRule = (
  support: Support,
  { settings, temperature, names }: ChosenHead,
): SupportRule | undefined =>
  names || support.labels.length > MOST_TRACED ? undefined : transferRule(support, settings, temperature);

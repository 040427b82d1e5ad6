import { type Option, readSettings, type SettingsOf } from '@kshot/fewshot';
import { DomainError } from './domain-error.js';

/** A method's settings with defaults filled in. Throws BAD_INPUT naming each option that is wrong. */
export function settingsFrom<L extends readonly Option[]>(
  options: L,
  given: Readonly<Record<string, unknown>>,
): SettingsOf<L> {
  const present = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  );
  const { settings, problems } = readSettings(options, present);
  if (problems.length > 0)
    throw new DomainError('BAD_INPUT', problems.map((problem) => problem.message).join(' '));
  return settings;
}

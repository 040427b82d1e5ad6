import type { Option, SettingsOf } from './option.js';

/** One thing wrong with what was given for an option. */
export interface OptionProblem {
  readonly option: string;
  readonly message: string;
}

/** Fills in defaults and checks kinds and ranges. Unknown names, NaN and infinities are problems. */
export function readSettings<L extends readonly Option[]>(
  options: L,
  given: Readonly<Record<string, unknown>>,
): { settings: SettingsOf<L>; problems: OptionProblem[] } {
  const known = new Set(options.map((option) => option.name));
  const problems = Object.keys(given)
    .filter((name) => !known.has(name))
    .map((name) => ({ option: name, message: `There is no option ${name}. Leave it out.` }));
  const settings: Record<string, unknown> = {};
  for (const option of options) {
    const value = given[option.name] ?? option.default;
    const message = problemWith(option, value);
    if (message) problems.push({ option: option.name, message });
    settings[option.name] = value;
  }
  return { settings: settings as SettingsOf<L>, problems };
}

function problemWith(option: Option, value: unknown): string | undefined {
  switch (option.kind) {
    case 'BOOLEAN':
      return typeof value === 'boolean' ? undefined : `${option.label} must be true or false.`;
    case 'CHOICE':
      return option.choices.some((choice) => choice.value === value)
        ? undefined
        : `${option.label} must be one of ${option.choices.map((choice) => choice.value).join(', ')}.`;
    case 'INTS':
      if (!Array.isArray(value)) return `${option.label} must be a list of whole numbers.`;
      if (value.length > option.maximumLength)
        return `${option.label} takes at most ${option.maximumLength} numbers.`;
      return value.every((item) => isWithin(item, option) && Number.isInteger(item))
        ? undefined
        : `${option.label}: each must be a whole number from ${option.minimum} to ${option.maximum}.`;
    default:
      if (isWithin(value, option) && (option.kind === 'FLOAT' || Number.isInteger(value))) return undefined;
      return `${option.label} must be a ${option.kind === 'INT' ? 'whole ' : ''}number from ${option.minimum} to ${option.maximum}, and is ${String(value)}.`;
  }
}

const isWithin = (value: unknown, range: { minimum: number; maximum: number }): boolean =>
  typeof value === 'number' && value >= range.minimum && value <= range.maximum;

/** A setting as a person would write it: 0.001, "128, 64", "Adam". */
export function settingText(option: Option, value: unknown): string {
  if (option.kind === 'CHOICE')
    return option.choices.find((choice) => choice.value === value)?.label ?? String(value);
  if (Array.isArray(value)) return value.join(', ') || 'none';
  return String(value);
}

/** An option as the server describes it (a part of the schema's `Option`). */
export type OptionSpec = {
  name: string;
  kind: 'INT' | 'FLOAT' | 'BOOLEAN' | 'CHOICE' | 'INTS';
  default: string;
  minimum?: number | null;
  maximum?: number | null;
  unit?: string | null;
  choices?: readonly { value: string; label: string }[] | null;
  when?: { option: string; values: readonly string[] } | null;
};

/** What a field holds, by the option's name; a missing name stands for the default. */
export type OptionTexts = Readonly<Record<string, string>>;

/** The default as a field shows it: `[128,64]` → "128, 64", `"ADAM"` → "ADAM". */
export function defaultText({ default: json }: OptionSpec): string {
  const value: unknown = JSON.parse(json);
  if (Array.isArray(value)) return value.join(', ');
  return value === null ? '' : String(value);
}

export const optionText = (option: OptionSpec, texts: OptionTexts): string =>
  texts[option.name] ?? defaultText(option);

/** Whether the other option on which this one hangs has one of the values that call for it. */
export function isAsked(option: OptionSpec, options: readonly OptionSpec[], texts: OptionTexts): boolean {
  if (!option.when) return true;
  const other = options.find(({ name }) => name === option.when?.option);
  if (!other) return true;
  return isAsked(other, options, texts) && option.when.values.includes(optionText(other, texts));
}

export type Parsed = { value: unknown; error: null } | { value: null; error: string };

const wrong = (error: string): Parsed => ({ value: null, error });

/** A field's text as the value that the API takes. */
export function parseOption(option: OptionSpec, text: string): Parsed {
  const { kind, choices } = option;
  if (kind === 'BOOLEAN') return { value: text === 'true', error: null };
  if (kind === 'CHOICE') {
    return choices?.some(({ value }) => value === text) ? { value: text, error: null } : wrong('Choose one.');
  }
  if (kind === 'INTS') {
    const parts = text.split(/[\s,;]+/).filter(Boolean);
    if (parts.length === 0) return wrong('Write whole numbers with commas between them.');
    const parsed = parts.map((part) => parseNumber({ ...option, kind: 'INT' }, part));
    return (
      parsed.find(({ error }) => error !== null) ?? { value: parsed.map(({ value }) => value), error: null }
    );
  }
  return parseNumber(option, text);
}

function parseNumber({ kind, minimum, maximum }: OptionSpec, text: string): Parsed {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) return wrong(`Write a ${kind === 'INT' ? 'whole ' : ''}number.`);
  if (kind === 'INT' && !Number.isInteger(value)) return wrong('Write a whole number.');
  if (minimum != null && value < minimum) return wrong(`At least ${minimum}.`);
  if (maximum != null && value > maximum) return wrong(`At most ${maximum}.`);
  return { value, error: null };
}

export type Collected = { input: Record<string, unknown>; errors: Record<string, string> };

/** What to send: asked options that differ from their defaults; and what is wrong, by name. */
export function collectOptions(options: readonly OptionSpec[], texts: OptionTexts): Collected {
  const collected: Collected = { input: {}, errors: {} };
  for (const option of options) {
    const text = texts[option.name];
    if (text === undefined || !isAsked(option, options, texts)) continue;
    const { value, error } = parseOption(option, text);
    if (error !== null) collected.errors[option.name] = error;
    else if (JSON.stringify(value) !== JSON.stringify(JSON.parse(option.default)))
      collected.input[option.name] = value;
  }
  return collected;
}

/** A value that a run shows ("Adam", "128, 64", "20 epochs") as its field's text; null where it cannot be read back. */
export function textOfShown(option: OptionSpec, shown: string): string | null {
  const choice = option.choices?.find(({ value, label }) => value === shown || label === shown);
  const bare =
    option.unit && shown.endsWith(` ${option.unit}`) ? shown.slice(0, -option.unit.length - 1) : shown;
  const text = choice?.value ?? bare;
  return parseOption(option, text).error === null ? text : null;
}

import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What every bench can be told: which of its rows, how often, and whether to print JSON lines. */
export interface BenchOptions {
  readonly json: boolean;
  readonly rounds: number;
  /** The rows that are named. */
  readonly named: readonly string[];
  /** Whether a row of this name is asked for; without names all are. */
  wants(work: string): boolean;
  /** The value of an option of the bench's own. */
  value(name: string): string;
  /** The same, or undefined where it is empty. */
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  /** All values of an option that may be given several times. */
  values(name: string): readonly string[];
  /** Whether a flag of the bench's own is set. */
  has(flag: string): boolean;
}

interface OwnOptions {
  readonly rounds?: number;
  /** By name with their defaults. */
  readonly own?: Readonly<Record<string, string>>;
  readonly repeated?: readonly string[];
  readonly flags?: readonly string[];
}

/** Reads `[WORK…] [--rounds N] [--json]` and options of the bench's own. Ends the process where they are wrong. */
export function benchOptions(
  works: readonly string[],
  { rounds = 3, own = {}, repeated = [], flags = [] }: OwnOptions = {},
): BenchOptions {
  const options: NonNullable<ParseArgsConfig['options']> = {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: String(rounds) },
  };
  for (const [name, otherwise] of Object.entries(own)) options[name] = { type: 'string', default: otherwise };
  for (const name of repeated) options[name] = { type: 'string', multiple: true, default: [] };
  for (const name of flags) options[name] = { type: 'boolean', default: false };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const unknown = positionals.filter((name) => !works.includes(name));
    if (unknown.length > 0)
      throw new RangeError(`There is no row ${unknown.join(', ')}. Rows: ${works.join(', ')}.`);
    const asked = Number(values.rounds);
    if (!Number.isInteger(asked) || asked < 1) throw new RangeError('--rounds must be 1 or more.');
    const text = (name: string): string | undefined => String(values[name]) || undefined;
    return {
      json: values.json === true,
      rounds: asked,
      named: positionals,
      wants: (work) => positionals.length === 0 || positionals.includes(work),
      value: (name) => String(values[name]),
      text,
      number: (name) => (text(name) === undefined ? undefined : Number(text(name))),
      values: (name) => values[name] as string[],
      has: (flag) => values[flag] === true,
    };
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}

import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What every bench can be told: which of its rows, how often, and whether to print JSON lines. */
export interface BenchOptions {
  readonly json: boolean;
  readonly rounds: number;
  /** Whether a row of this name is asked for; without names all are. */
  wants(work: string): boolean;
  /** The value of an option of the bench's own. */
  value(name: string): string;
}

/** Reads `[WORK…] [--rounds N] [--json]` and options of the bench's own, by name with their defaults. Ends the process where they are wrong. */
export function benchOptions(
  works: readonly string[],
  {
    rounds = 3,
    own = {},
  }: { readonly rounds?: number; readonly own?: Readonly<Record<string, string>> } = {},
): BenchOptions {
  const options: NonNullable<ParseArgsConfig['options']> = {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: String(rounds) },
  };
  for (const [name, otherwise] of Object.entries(own)) options[name] = { type: 'string', default: otherwise };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const unknown = positionals.filter((name) => !works.includes(name));
    if (unknown.length > 0)
      throw new RangeError(`There is no row ${unknown.join(', ')}. Rows: ${works.join(', ')}.`);
    const asked = Number(values.rounds);
    if (!Number.isInteger(asked) || asked < 1) throw new RangeError('--rounds must be 1 or more.');
    return {
      json: values.json === true,
      rounds: asked,
      wants: (work) => positionals.length === 0 || positionals.includes(work),
      value: (name) => String(values[name]),
    };
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}

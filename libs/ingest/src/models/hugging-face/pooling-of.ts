import { DomainError } from '@kshot/domain';

/** What a sentence-transformers folder makes of tokens, by `modules.json` and the configuration of its pooling; the mean where there are none. Throws DATA_FORMAT with what is not read. */
export function poolingOf(modules: unknown, pooling: Readonly<Record<string, unknown>>): 'MEAN' | 'FIRST' {
  const types = Array.isArray(modules)
    ? modules.map((each) => String(each?.type).split('.').at(-1) ?? '')
    : [];
  const other = types.find((type) => !['Transformer', 'Pooling', 'Normalize'].includes(type));
  if (other !== undefined) throw notRead(`the module ${other.slice(0, 80)}`);
  const modes = Object.keys(pooling).filter(
    (name) => name.startsWith('pooling_mode_') && pooling[name] === true,
  );
  const [mode = 'pooling_mode_mean_tokens', second] = modes;
  if (second !== undefined || !(mode in POOLINGS)) throw notRead(modes.join(', ').slice(0, 160));
  return POOLINGS[mode as keyof typeof POOLINGS];
}

const POOLINGS = { pooling_mode_mean_tokens: 'MEAN', pooling_mode_cls_token: 'FIRST' } as const;

const notRead = (what: string): DomainError =>
  new DomainError(
    'DATA_FORMAT',
    `The model makes sentences of tokens by ${what}, which is not supported. Models that take the mean of the tokens or the first token are.`,
  );

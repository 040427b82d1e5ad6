import type { Library } from '../frame/peer-libraries.js';

export interface EvaluateRow {
  readonly work: string;
  /** The peer's script and the library that it needs. */
  readonly peer?: { readonly script: string; readonly library: Library };
  /** Ours, where it is a script of its own. */
  readonly script?: string;
  /** What ours must reach: a ratio, ours over theirs in time, or seconds. */
  readonly target: { readonly ratio: number } | { readonly seconds: number };
  /** Measured in one round. */
  readonly long?: true;
}

const easyfsl = { script: 'easyfsl_peer.py', library: 'easyfsl' } as const;
const sklearn = { script: 'sklearn_peer.py', library: 'sklearn' } as const;

/** What is measured. */
export const rows: readonly EvaluateRow[] = [
  { work: 'episodes-protonet-1000', peer: easyfsl, target: { ratio: 0.1 } },
  { work: 'episodes-simpleshot-1000', peer: easyfsl, target: { ratio: 0.1 } },
  { work: 'episodes-protonet-10000', peer: easyfsl, target: { ratio: 0.1 }, long: true },
  { work: 'cross-validation-ridge', peer: sklearn, target: { ratio: 0.1 } },
  { work: 'cross-validation-logistic', peer: sklearn, target: { ratio: 0.33 } },
  { work: 'study-8-methods-1000-episodes', target: { seconds: 30 }, long: true },
  {
    work: 'study-8-methods-through-the-product',
    script: 'product.ts',
    target: { seconds: 30 },
    long: true,
  },
];

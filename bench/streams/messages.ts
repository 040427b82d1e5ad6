/** What the bench tells the process of its subscribers. */
export type Order =
  | {
      readonly kind: 'subscribe';
      readonly api: string;
      readonly ids: readonly string[];
      readonly subscribers: number;
      /** How many sockets they share. */
      readonly sockets: number;
      /** How many more do not read after their first answer. */
      readonly paused: number;
    }
  /** From now on each that gets an answer is counted. */
  | { readonly kind: 'count' }
  /** When each epoch of each run was committed, by `run epoch`. */
  | { readonly kind: 'report'; readonly committed: Readonly<Record<string, number>> };

export interface Report {
  readonly kind: 'report';
  /** Milliseconds from a commit to its being parsed. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly received: number;
  /** Out of order. */
  readonly wrong: number;
}

/** What it answers. */
export type Answer = { readonly kind: 'ready' | 'all' } | Report;

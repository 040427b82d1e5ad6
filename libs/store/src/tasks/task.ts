import type { Failure } from '@kshot/domain';

/** Which work: a kind, the row that it is about, and which part of that (0 where there is one). */
export interface TaskKey {
  readonly kind: string;
  readonly subject: string;
  readonly part: number;
}

/** The right of one attempt at a task. Whoever holds an older attempt writes nothing. */
export interface HeldTask extends TaskKey {
  readonly id: string;
  readonly attempt: number;
  /** Earlier attempts whose worker or process was lost. */
  readonly losses: number;
}

export type TaskEnd =
  | { readonly status: 'DONE' | 'CANCELLED' }
  | { readonly status: 'FAILED'; readonly failure: Failure };

/** A worker's right to a task lasts this long without being renewed. */
export const LEASE_SECONDS = 20;

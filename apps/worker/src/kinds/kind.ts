import type { Failure } from '@kshot/domain';
import type { HeldTask, Store, Transaction } from '@kshot/store';
import type { FromChild, Task } from '../attempt/protocol.js';

/** What a message of the child comes to: stored; written by an attempt that is no longer the present one; or the task's result. */
export type Kept = 'STORED' | 'LOST' | { readonly settle: (client: Transaction) => Promise<unknown> };

/** One kind of work: everything that the loop does not know about it. */
export interface Kind {
  readonly name: string;
  /** How many of them a worker does at once; 1 where it is left out. Of files, so that one that takes long does not hold up others. */
  readonly atOnce?: number;
  /** How many quick ones it does beside these; none where it is left out. */
  readonly quickBeside?: number;
  /** Minutes that the child has; it is ended then, and the task fails. Any time where it is left out. */
  readonly minutes?: number;
  /** Whether the child writes a checkpoint when it is asked to stop, from which the next attempt goes on. */
  readonly resumes?: boolean;
  /** Looks up what the child needs. What it throws is why the task fails. */
  load(store: Store, held: HeldTask): Promise<Task>;
  /** Handles a message of the child. */
  keep(store: Store, held: HeldTask, message: FromChild): Promise<Kept>;
  /** Locks what ending the task changes, where others lock that before tasks. */
  lock?(client: Transaction, subject: string): Promise<unknown>;
  /** What else a failure changes, in its transaction. */
  fail?(client: Transaction, subject: string, failure: Failure): Promise<unknown>;
  /** What follows once the task is done. May be left out when the worker is lost: `sweep` catches up. */
  afterwards?(store: Store, subject: string): Promise<unknown>;
  /** Looks after what lost workers left undone, every few seconds. */
  sweep?(store: Store): Promise<unknown>;
}

export const stored = (held: boolean): Kept => (held ? 'STORED' : 'LOST');

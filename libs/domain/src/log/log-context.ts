import { AsyncLocalStorage } from 'node:async_hooks';

/** Ids of what is being worked on; they stand in every line that is logged meanwhile. */
export interface LogContext {
  readonly request?: string;
  readonly task?: string;
  /** The row that the task is about, such as a run. */
  readonly subject?: string;
  readonly kind?: string;
}

const contexts = new AsyncLocalStorage<LogContext>();

export const logContext = (): LogContext => contexts.getStore() ?? {};

/** Runs something, and all that it starts, with these ids. */
export const inLogContext = <T>(context: LogContext, run: () => T): T => contexts.run(context, run);

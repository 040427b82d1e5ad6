import type { TaskProgress } from '@kshot/store';
import type { Context } from '../context.js';
import { type Failure, failureOfRow } from './values.js';

/** How far the task of a row is; null before its start, and once there is none. */
export async function progressOf<Kind extends keyof TaskProgress>(
  { loaders }: Context,
  kind: Kind,
  id: string,
): Promise<TaskProgress[Kind] | null> {
  const task = await loaders.task.load(id);
  // The kind says what the progress is of.
  return task?.kind === kind ? (task.progress as TaskProgress[Kind] | null) : null;
}

/** Why the task of a row failed; null where it did not. */
export const failureOf = async ({ loaders }: Context, id: string): Promise<Failure | null> =>
  failureOfRow(await loaders.task.load(id));

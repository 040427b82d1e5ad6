import { projectsSeen } from '@kshot/store';
import type { Context } from '../context.js';
import { watch } from '../watch/watch.js';
import type { Deletion } from './deletion.type.js';

/** What is deleted from now on in the projects that somebody sees. The hint says all: nothing is read. */
export const watchDeletions = ({ store, listener }: Context): AsyncGenerator<Deletion> => {
  const seen = projectsSeen(store);
  return watch(listener, 'deletion', undefined, async (hints) => ({
    values: deletionsIn(seen, hints),
    ended: true,
  }));
};

/** What hints ("project type id", by the triggers) say to somebody who sees these projects; null for all. */
export const deletionsIn = (seen: readonly string[] | null, hints: readonly string[]): Deletion[] =>
  hints.flatMap((hint) => {
    const [project, type, id] = hint.split(' ') as [string, string, string];
    return seen === null || seen.includes(project) ? [{ id, type }] : [];
  });

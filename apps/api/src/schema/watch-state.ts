import type { Listener, Topic } from '@kshot/store';
import { watch } from './watch.js';

interface Looked<T> {
  /** Null where it was deleted. */
  readonly value: T | null;
  /** What a change of the value is seen by. */
  readonly state: unknown;
  readonly end?: boolean;
}

/** Gives what `look` finds now and after each hint by which its state has changed; ends once it is deleted, or `end` is true. */
export function watchState<T>(
  listener: Listener,
  topic: Topic,
  id: string | undefined,
  look: () => Promise<Looked<T>>,
): AsyncGenerator<T> {
  let last = '';
  return watch(listener, topic, id, async () => {
    const { value, state, end = value === null } = await look();
    const now = JSON.stringify(state);
    const changed = value !== null && now !== last;
    last = now;
    return { values: changed ? [value] : [], end };
  });
}

import type { Listener, Topic } from '@kshot/store';
import { watch } from './watch.js';

interface Looked<T> {
  /** Null where it was deleted. */
  readonly value: T | null;
  /** Compared with that of the last look, as JSON. */
  readonly state: unknown;
  /** Whether the work has ended. */
  readonly ended?: boolean;
}

/** Yields what `look` finds now, and again after each hint if its state has changed; ends once it is deleted. */
export function watchState<T>(
  listener: Listener,
  topic: Topic,
  id: string | undefined,
  look: () => Promise<Looked<T>>,
): AsyncGenerator<T> {
  let last = '';
  return watch(listener, topic, id, async () => {
    const { value, state, ended } = await look();
    const now = JSON.stringify(state);
    const changed = value !== null && now !== last;
    last = now;
    return { values: changed ? [value] : [], end: value === null, ended };
  });
}

import type { Listener, Topic } from '@kshot/store';

/** How often a watcher looks even when it hears nothing: a hint can get lost with its connection. */
const LOOK_ANYWAY = 5000;
/** The same where nothing but a retry or a deletion can come. */
const LOOK_AT_ENDED = 60_000;

interface Seen<T> {
  readonly values: readonly T[];
  /** Whether there is nothing more to watch. */
  readonly end?: boolean;
  /** Whether the work that is watched has ended: nearly nothing will come. */
  readonly ended?: boolean;
  /** Whether there is more to see at once. */
  readonly again?: boolean;
}

/**
 * Runs `look` now and after hints, and gives what it finds. It gets the ids that it heard of since its last look, each once;
 * none at first, after a reconnect and when nothing was heard for a while: then anything may have changed. Ends when `look`
 * says so.
 */
export async function* watch<T>(
  listener: Listener,
  topic: Topic,
  id: string | undefined,
  look: (heard: readonly string[]) => Promise<Seen<T>>,
): AsyncGenerator<T> {
  let heard = new Set<string>();
  let missed = true;
  let wait = LOOK_ANYWAY;
  let wake: () => void = () => undefined;
  const stop = listener.on(topic, id, (changed) => {
    if (changed === undefined) missed = true;
    else heard.add(changed);
    wake();
  });
  try {
    for (;;) {
      if (!missed && heard.size === 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, wait);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const hints = missed ? [] : [...heard];
      heard = new Set();
      missed = false;
      const { values, end, ended, again } = await look(hints);
      wait = ended ? LOOK_AT_ENDED : LOOK_ANYWAY;
      yield* values;
      if (end) return;
      missed ||= again ?? false;
    }
  } finally {
    stop();
  }
}

import type { Listener, Topic } from '@kshot/store';

/** How often a watcher looks even when it hears nothing: a hint can get lost with its connection. */
const LOOK_ANYWAY = 5000;

/**
 * Runs `look` now and after each hint, and gives what it finds (undefined: nothing new). Hints that come while a look is under
 * way make one more look, however many they are. Ends when `look` says so.
 */
export async function* watch<T>(
  listener: Listener,
  topic: Topic,
  id: string | undefined,
  look: (hint: string | undefined) => Promise<{ value?: T | undefined; end?: boolean }>,
): AsyncGenerator<T> {
  let heard = true;
  let hint: string | undefined;
  let wake: () => void = () => undefined;
  const stop = listener.on(topic, id, (changed) => {
    heard = true;
    hint = changed;
    wake();
  });
  try {
    for (;;) {
      if (!heard) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, LOOK_ANYWAY);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      heard = false;
      const { value, end } = await look(hint);
      if (value !== undefined) yield value;
      if (end) return;
    }
  } finally {
    stop();
  }
}

import type { Listener } from '@kshot/store';
import { expect, onTestFinished, test, vi } from 'vitest';
import { watch } from './watch.js';

/** How often somebody who hears nothing looks within a minute. */
async function looks(ended: boolean): Promise<number> {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  let count = 0;
  const look = async () => {
    count++;
    return { values: [], ended };
  };
  const silent: Listener = { on: () => () => undefined, poll: () => undefined, close: async () => undefined };
  const watching = watch(silent, 'run', undefined, look);
  void watching.next();
  await vi.advanceTimersByTimeAsync(59_999);
  return count;
}

test('what has ended is looked at once a minute where nothing is heard of it', async () => {
  expect(await looks(true)).toBe(1);
});

test('what goes on is looked at every five seconds where nothing is heard of it', async () => {
  expect(await looks(false)).toBe(12);
});

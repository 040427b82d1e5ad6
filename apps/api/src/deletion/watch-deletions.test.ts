import type { Listener } from '@kshot/store';
import { expect, test } from 'vitest';
import type { Context } from '../context.js';
import { watchDeletions } from './watch-deletions.js';

/** What somebody who sees these projects hears of three deletions. */
async function heardBy(projects: readonly string[] | null): Promise<string[]> {
  let tell: (hint: string) => void = () => undefined;
  const listener = {
    on: (_topic: string, _id: undefined, hear: (hint: string) => void) => {
      tell = hear;
      return () => undefined;
    },
  } as unknown as Listener;
  const store = { reach: projects && { projects } };
  const coming = watchDeletions({ store, listener } as unknown as Context);
  const first = coming.next();
  await Promise.resolve();
  for (const hint of ['mine Run 1', 'theirs Run 2', 'mine Model 3']) tell(hint);
  const heard = [await first, await coming.next()];
  return heard.map(({ value }) => `${value.type} ${value.id}`);
}

test('a deletion is told to those who see its project alone', async () => {
  expect(await heardBy(['mine'])).toEqual(['Run 1', 'Model 3']);
});

test('who sees all projects hears of every deletion', async () => {
  expect(await heardBy(null)).toEqual(['Run 1', 'Run 2']);
});

import { expect, test } from 'vitest';
import { lookTogether } from './look-together.js';

/** A look that counts how often it was begun, and ends when told. */
function held() {
  const ends: (() => void)[] = [];
  const look = () =>
    new Promise<number>((resolve) => {
      const which = ends.length + 1;
      ends.push(() => resolve(which));
    });
  const begun = async (count: number) => expect.poll(() => ends.length).toBe(count);
  return { look, begun, end: (which: number) => ends[which - 1]?.() };
}

test('who asks at the same time shares a look', async () => {
  const { look, begun, end } = held();
  const owner = {};
  const answers = [1, 2, 3].map(() => lookTogether(owner, 'run', look));
  await begun(1);
  end(1);
  expect(await Promise.all(answers)).toEqual([1, 1, 1]);
});

test('who comes while one looks shares the next look', async () => {
  const { look, begun, end } = held();
  const owner = {};
  const first = lookTogether(owner, 'run', look);
  await begun(1);
  const later = [lookTogether(owner, 'run', look), lookTogether(owner, 'run', look)];
  end(1);
  await begun(2);
  end(2);
  expect(await Promise.all([first, ...later])).toEqual([1, 2, 2]);
});

test('a look that fails is followed by another', async () => {
  const owner = {};
  const failed = lookTogether(owner, 'run', () => Promise.reject(new Error('away')));
  await expect(failed).rejects.toThrow('away');
  expect(await lookTogether(owner, 'run', async () => 1)).toBe(1);
});

test('looks of different owners and keys are their own', async () => {
  const owner = {};
  const asked: [object, string][] = [
    [owner, 'a'],
    [owner, 'b'],
    [{}, 'a'],
  ];
  const answers = asked.map(([whose, key], i) => lookTogether(whose, key, async () => i));
  expect(await Promise.all(answers)).toEqual([0, 1, 2]);
});

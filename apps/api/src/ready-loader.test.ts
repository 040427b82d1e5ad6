import { expect, test } from 'vitest';
import { ReadyLoader, whenThere } from './ready-loader.js';

const doubled = (): ReadyLoader<string> => new ReadyLoader(async (keys) => keys.map((key) => key + key));

test('what was loaded once is there without a promise', async () => {
  const loader = doubled();
  await loader.load('a');
  expect(loader.get('a')).toBe('aa');
});

test('what was not loaded yet is promised', async () => {
  const promised = doubled().get('a');
  expect(promised).toBeInstanceOf(Promise);
  expect(await promised).toBe('aa');
});

test('what was kept is not looked for', async () => {
  const loader = doubled();
  loader.keep('a', 'kept');
  expect([loader.get('a'), await loader.load('a')]).toEqual(['kept', 'kept']);
});

test('it goes on at once with what is there', () => {
  expect(whenThere(2, (value) => value + 1)).toBe(3);
});

test('it goes on later with what is promised', async () => {
  expect(await whenThere(Promise.resolve(2), (value) => value + 1)).toBe(3);
});

import { expect, test } from 'vitest';
import { fairTurns } from './fair-turns.js';

test('a caller with one request is next but one, however many another has', async () => {
  const turn = fairTurns(1, 60_000);
  const order: string[] = [];
  const run = async (caller: string): Promise<void> => {
    const release = await turn(caller);
    order.push(caller);
    release();
  };
  const release = await turn('busy');
  const all = ['busy', 'busy', 'busy', 'other'].map(run);
  release();
  await Promise.all(all);
  expect(order).toEqual(['busy', 'other', 'busy', 'busy']);
});

test('a turn that is handed back twice makes no second one', async () => {
  const turn = fairTurns(1, 60_000);
  const release = await turn('a');
  release();
  release();
  await turn('b');
  let third = false;
  void turn('c').then(() => {
    third = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(third).toBe(false);
});

test('a turn that is held for long is handed on', async () => {
  const turn = fairTurns(1, 1);
  await turn('a');
  await expect(turn('b')).resolves.toBeTypeOf('function');
});

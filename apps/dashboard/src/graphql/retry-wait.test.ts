import { expect, test } from 'vitest';
import { retryWait } from './retry-wait';

test('waits double up to 2.5 seconds', () => {
  expect([0, 1, 2, 3, 4, 50].map((retries) => retryWait(retries, 1))).toEqual([
    300, 600, 1200, 2400, 2500, 2500,
  ]);
});

test('chance spreads clients from half of a wait to all of it', () => {
  expect([0, 0.5, 1].map((chance) => retryWait(1, chance))).toEqual([300, 450, 600]);
});

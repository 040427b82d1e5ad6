import { expect, test } from 'vitest';
import { shareFormat } from './share-ticks';

test('neighbouring ticks never read the same', () => {
  expect([0.97, 0.975, 0.98].map(shareFormat([0.97, 0.975]))).toEqual([
    '97.0\u00a0%',
    '97.5\u00a0%',
    '98.0\u00a0%',
  ]);
  expect(shareFormat([0.8, 0.9])(0.9)).toBe('90\u00a0%');
});

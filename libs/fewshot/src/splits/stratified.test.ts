import { expect, test } from 'vitest';
import { randomFrom } from '../random/random.js';
import { stratifiedHoldOut } from './stratified.js';

test('each class gives its share, and a class of one keeps its example', () => {
  const labels = [...new Array(10).fill(0), ...new Array(5).fill(1), 2];
  const { kept, held } = stratifiedHoldOut(
    labels,
    labels.map((_, i) => i),
    0.2,
    randomFrom(1),
  );
  const counts = [0, 1, 2].map((k) => held.filter((row) => labels[row] === k).length);
  expect(counts).toEqual([2, 1, 0]);
  expect([...kept, ...held].sort((a, b) => a - b)).toEqual(labels.map((_, i) => i));
});

import { expect, test } from 'vitest';
import { mistakes } from './mistakes';

test('the most frequent confusions come first; equal counts weigh more in a smaller class', () => {
  const counts = [
    [8, 2, 0],
    [0, 1, 2],
    [5, 0, 95],
  ];
  expect(mistakes({ classes: ['a', 'b', 'c'], counts }, 2)).toEqual([
    { actual: 'c', predicted: 'a', count: 5, ofClass: 100 },
    { actual: 'b', predicted: 'c', count: 2, ofClass: 3 },
  ]);
});

test('a model without mistakes has none', () => {
  expect(
    mistakes(
      {
        classes: ['a', 'b'],
        counts: [
          [3, 0],
          [0, 4],
        ],
      },
      5,
    ),
  ).toEqual([]);
});

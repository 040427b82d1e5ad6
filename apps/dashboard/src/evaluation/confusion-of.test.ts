import { expect, test } from 'vitest';
import { confusionOf } from './confusion-of';

test('cells that are not there are zero', () => {
  const figure = { value: 1, low: 1, high: 1, of: 'EXAMPLES', method: 'WILSON' } as const;
  const classes = ['a', 'b'].map((name) => ({
    class: name,
    examples: 2,
    precision: figure,
    recall: figure,
    f1: figure,
  }));
  const confusion = [
    { truth: 'a', predicted: 'a', count: 2 },
    { truth: 'b', predicted: 'a', count: 1 },
  ];
  expect(confusionOf({ classes, confusion })).toEqual({
    classes: ['a', 'b'],
    counts: [
      [2, 0],
      [1, 0],
    ],
  });
});

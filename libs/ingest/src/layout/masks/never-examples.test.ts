import { expect, test } from 'vitest';
import { neverExamples } from './never-examples.js';

test('masks and files in hidden folders are never examples', () => {
  expect(
    neverExamples(['cat/1.png', 'cat/1_mask.png', '.cache/1.png', 'images/2.png', 'masks/2.png']),
  ).toEqual([null, 'MASK', 'HIDDEN', null, 'MASK']);
});

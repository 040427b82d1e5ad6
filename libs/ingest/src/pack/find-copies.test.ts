import { testWarnings } from '@kshot/domain';
import { expect, test } from 'vitest';
import { findCopies } from './find-copies.js';
import { nearCopies } from './near-copies.js';

const names = ['a', 'b', 'c'];

test('copies in several parts affect test results, other copies do not', () => {
  const within = findCopies([1, 1, 2], names, Int32Array.of(0, 0, 1), [0, 0, 1]);
  expect([within.length, testWarnings(within)]).toEqual([1, []]);
  const across = findCopies([1, 1, 2], names, Int32Array.of(0, 0, 1), [0, 1, 1]);
  expect(testWarnings(across)).toEqual([
    '1 example is in several parts at once (train and test), as copies: test results will look better than they are. Remove the copies from one part.',
  ]);
  const near = nearCopies([[1, 0]], [1, 2, 3], names, [0, 1, 1], 'in all but case');
  expect(testWarnings(near)).toEqual([near[1]]);
});

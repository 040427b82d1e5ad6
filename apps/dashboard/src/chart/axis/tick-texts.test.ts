import { expect, test } from 'vitest';
import { tickTexts } from './tick-texts';

test('ticks that would read the same have the decimals that tell them apart', () => {
  expect(tickTexts([1421, 1421.5, 1422])).toEqual(['1,421.0', '1,421.5', '1,422.0']);
  expect(tickTexts([1000, 1000.02])).toEqual(['1,000.00', '1,000.02']);
});

test('others are written as values are', () => {
  expect(tickTexts([0, null, 500, 1000])).toEqual(['0', '', '500', '1,000']);
});

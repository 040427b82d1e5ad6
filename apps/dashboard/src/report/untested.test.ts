import { expect, test } from 'vitest';
import { missedText, untestedText } from './untested';

test('classes without a tested example are named, the first three of many', () => {
  expect(untestedText([])).toBeNull();
  expect(untestedText(['tiny'])).toBe('No example of “tiny” was tested.');
  expect(untestedText(['a', 'b'])).toBe('No example of “a” or “b” was tested.');
  expect(untestedText(['a', 'b', 'c', 'd', 'e'])).toBe(
    'No example of “a”, “b”, “c” or 2 more classes was tested.',
  );
});

test('classes of which nothing was told right are named', () => {
  expect(missedText([])).toBeNull();
  expect(missedText(['translate'])).toBe('No example of “translate” was told right.');
});

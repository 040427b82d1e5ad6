import { expect, test } from 'vitest';
import { shortNames } from './short-names';

test('what all names share is left out of plots', () => {
  expect(shortNames(['Ridge · net', 'Ridge · net 2', 'SVM · net'])).toEqual(['Ridge', 'Ridge 2', 'SVM']);
  expect(shortNames(['Ridge · net', 'Ridge · no model'])).toEqual(['Ridge · net', 'Ridge · no model']);
  expect(shortNames(['Mine', 'Yours'])).toEqual(['Mine', 'Yours']);
});

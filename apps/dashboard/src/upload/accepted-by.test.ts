import { expect, test } from 'vitest';
import { acceptedBy } from './accepted-by';

test.each([
  ['image/png,image/jpeg', 'a.png', 'image/png', true],
  ['image/png,image/jpeg', 'a.csv', 'text/csv', false],
  ['image/*', 'a.webp', 'image/webp', true],
  ['.csv, .txt', 'A.CSV', '', true],
  ['.csv', 'a.csv.png', 'image/png', false],
])('%s takes %s of type %s: %s', (accept, name, type, taken) => {
  expect(acceptedBy(accept, { name, type })).toBe(taken);
});

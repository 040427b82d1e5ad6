import { expect, test } from 'vitest';
import { nameOfFile } from './name-of-file';

test('a file name becomes words', () => {
  expect(nameOfFile('my_birds-v2.zip')).toBe('My birds v2');
  expect(nameOfFile('iris.csv')).toBe('Iris');
  expect(nameOfFile('a.b.csv')).toBe('A.b');
});

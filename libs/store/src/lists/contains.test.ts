import { expect, test } from 'vitest';
import { contains } from './contains.js';

test('what stands for any text in a pattern is looked for as it is, without spaces around it', () => {
  expect(contains(' 50%_a\\ ').contains).toBe('50\\%\\_a\\\\');
});

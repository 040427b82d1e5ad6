import { expect, test } from 'vitest';
import { readProblem } from './read-problem';

test('a refusal is read as plain JSON and as a GraphQL answer', () => {
  expect(readProblem({ code: 'TOO_LARGE', message: 'Too large.' })).toEqual({
    code: 'TOO_LARGE',
    message: 'Too large.',
  });
  expect(readProblem({ errors: [{ message: 'Gone.', extensions: { code: 'EXPIRED' } }] })).toEqual({
    code: 'EXPIRED',
    message: 'Gone.',
  });
  expect(readProblem({ error: { code: 'X', message: 'y' } })).toEqual({ code: 'X', message: 'y' });
});

test('what is no refusal says nothing', () => {
  expect(readProblem(null)).toEqual({});
  expect(readProblem('oops')).toEqual({});
  expect(readProblem({ code: 7 })).toEqual({});
});

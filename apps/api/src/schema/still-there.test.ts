import { expect, test } from 'vitest';
import { stillThere } from './still-there.js';

test('what is there is handed on', () => {
  expect(stillThere(0)).toBe(0);
});

test('what was deleted meanwhile is a conflict, not a fault of the server', () => {
  expect(() => stillThere(null)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
});

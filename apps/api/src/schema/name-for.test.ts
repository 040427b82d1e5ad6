import { describe, expect, test } from 'vitest';
import { nameFor, nameOr } from './name-for.js';

describe('names that people give', () => {
  test('are trimmed and composed', () => {
    expect(nameFor('model', ' cafe\u0301 ')).toBe('caf\u00e9');
  });

  test.each(['', '  ', '\u200b', 'x'.repeat(161)])('%j is none of a model', (name) => {
    expect(() => nameFor('model', name)).toThrow('A model needs a name of 1 to 160 characters.');
  });

  test('are proposed where none is given, and cut', () => {
    expect(nameOr('run', ' ', 'y'.repeat(200))).toHaveLength(160);
  });
});

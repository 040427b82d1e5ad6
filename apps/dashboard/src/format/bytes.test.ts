import { expect, test } from 'vitest';
import { formatBytes } from './bytes';

test('bytes carry a binary unit and three digits', () => {
  expect(formatBytes(0)).toBe('0 B');
  expect(formatBytes(1023)).toBe('1023 B');
  expect(formatBytes(71688)).toBe('70.0 KiB');
  expect(formatBytes(2 * 1024 ** 3)).toBe('2.00 GiB');
  expect(formatBytes(1023.4 * 1024)).toBe('1023 KiB');
});

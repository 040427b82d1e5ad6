import { expect, test } from 'vitest';
import { formatAgo, formatBrief, formatDuration } from './duration';

test('durations have at most two units', () => {
  expect(formatDuration(0.42)).toBe('0.4 s');
  expect(formatDuration(59.4)).toBe('59 s');
  expect(formatDuration(59.6)).toBe('1 min');
  expect(formatDuration(75)).toBe('1 min 15 s');
  expect(formatDuration(3600)).toBe('1 h');
  expect(formatDuration(7260)).toBe('2 h 1 min');
  expect(formatDuration(7199.9)).toBe('2 h');
});

test('a clock that runs behind gives no negative time', () => {
  expect(formatDuration(-3)).toBe('0.0 s');
  expect(formatAgo('2026-01-01T00:00:10Z', Date.parse('2026-01-01T00:00:00Z'))).toBe('just now');
});

test('past moments are named in one unit', () => {
  const now = Date.parse('2026-01-03T00:00:00Z');
  expect(formatAgo('2026-01-02T23:57:00Z', now)).toBe('3 min ago');
  expect(formatAgo('2026-01-02T22:00:00Z', now)).toBe('2 h ago');
  expect(formatAgo('2026-01-01T00:00:00Z', now)).toBe('2 d ago');
});

test('short times are told in thousandths', () => {
  expect(formatBrief(0.00423)).toBe('4.2 ms');
  expect(formatBrief(2)).toBe('2.0 s');
});

import { expect, test } from 'vitest';
import { formatCount, formatMany, formatShare, formatValue } from './number';

test('counts are grouped by thousands', () => {
  expect(formatCount(1234567)).toBe('1,234,567');
});

test('values keep four significant digits', () => {
  expect(formatValue(0.123456)).toBe('0.1235');
  expect(formatValue(2.5)).toBe('2.5');
  expect(formatValue(0)).toBe('0');
  expect(formatValue(12345.6)).toBe('12,346');
});

test('very small and very large values use an exponent', () => {
  expect(formatValue(0.0001)).toBe('1.00e-4');
  expect(formatValue(-2.5e9)).toBe('-2.50e9');
});

test('what is no number is said as such', () => {
  expect(formatValue(Number.NaN)).toBe('NaN');
});

test('shares become percentages', () => {
  expect(formatShare(0.9722)).toBe('97.2\u00a0%');
  expect(formatShare(1, 0)).toBe('100\u00a0%');
});

test('a share is 100 % only where nothing is missing', () => {
  expect(formatShare(0.9996)).toBe('99.9\u00a0%');
  expect(formatShare(0.999, 0)).toBe('99\u00a0%');
  expect(formatShare(1 - 1e-15)).toBe('100.0\u00a0%');
});

test('one is singular, all else plural', () => {
  expect(formatMany(1, 'class', 'classes')).toBe('1 class');
  expect(formatMany(0, 'run')).toBe('0 runs');
  expect(formatMany(1200, 'example')).toBe('1,200 examples');
});

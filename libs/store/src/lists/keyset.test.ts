import { expect, test } from 'vitest';
import { behind, cursorOf, type ListOrder } from './keyset.js';

const id = '01900000-0000-7000-8000-000000000000';
const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

test.each([
  ['createdAt', null],
  ['name', null],
  ['status', null],
  ['bytes', null],
  ['createdAt', '-000001-01-01T00:00:00.000Z'],
  ['createdAt', '+010000-01-01T00:00:00.000Z'],
  ['index', 2 ** 31],
  ['position', 1e300],
  ['index', 1.5],
] as const)('a cursor that no list has given is refused: %s %s', (by, value) => {
  const order: ListOrder = { by, direction: 'desc' };
  expect(() => behind('run', order, cursor('run', by, 'desc', id, value))).toThrow(
    'This cursor was not given by this list',
  );
});

test('a cursor of a row that lacks the value goes on behind it', () => {
  const order: ListOrder = { by: 'duration', direction: 'desc', nullsLast: true };
  const given = cursorOf('run', order, { id, duration: null });
  expect(behind('run', order, given)).toEqual({ duration: null, id: { lt: id } });
});

test('a cursor of another list in the same order is refused', () => {
  const order: ListOrder = { by: 'name', direction: 'asc' };
  const given = cursorOf('model', order, { id, name: 'a' });
  expect(() => behind('run', order, given)).toThrow('This cursor was not given by this list');
});

test('a cursor of the same list in the other direction is refused', () => {
  const given = cursorOf('run', { by: 'name', direction: 'asc' }, { id, name: 'a' });
  expect(() => behind('run', { by: 'name', direction: 'desc' }, given)).toThrow('This cursor was not given');
});

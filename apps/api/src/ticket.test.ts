import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { isTicket } from './ticket.js';

const NOW = 1_800_000_000_000;
const ticket = (expires: number, token = 'secret') =>
  `${expires}.${createHmac('sha256', token).update(`socket ticket ${expires}`).digest('hex')}`;

test('a ticket holds until it expires', () => {
  expect(isTicket(ticket(NOW + 1000), 'secret', NOW)).toBe(true);
  expect(isTicket(ticket(NOW - 1), 'secret', NOW)).toBe(false);
});

test('a ticket of another token, or for long, is refused', () => {
  expect(isTicket(ticket(NOW + 1000, 'other'), 'secret', NOW)).toBe(false);
  expect(isTicket(ticket(NOW + 3_600_000), 'secret', NOW)).toBe(false);
  expect(isTicket('x', 'secret', NOW)).toBe(false);
});

import { expect, test } from 'vitest';
import { holderOf, newTicket } from './ticket.js';

const NOW = 1_800_000_000_000;
const WHO = '019ab0c0-0000-7000-8000-000000000000';

test('a ticket names its holder until it expires', () => {
  const ticket = newTicket(WHO, 'secret', NOW);
  expect(holderOf(ticket, 'secret', NOW + 1000)).toBe(WHO);
  expect(holderOf(ticket, 'secret', NOW + 60_001)).toBeNull();
});

test('a ticket of another installation, for long, or for somebody else is refused', () => {
  const ticket = newTicket(WHO, 'secret', NOW);
  expect(holderOf(ticket, 'other', NOW)).toBeNull();
  expect(holderOf(newTicket(WHO, 'secret', NOW + 3_600_000), 'secret', NOW)).toBeNull();
  expect(holderOf(ticket.replace(WHO, 'token'), 'secret', NOW)).toBeNull();
  expect(holderOf('x', 'secret', NOW)).toBeNull();
});

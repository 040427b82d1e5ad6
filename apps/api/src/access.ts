import { createHash, timingSafeEqual } from 'node:crypto';
import { settings } from './settings.js';
import { isTicket } from './ticket.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether a caller may come in: with the token when one is set, anybody on this machine otherwise. */
export const mayEnter = (given: string | undefined): boolean =>
  settings.token === undefined ||
  (given !== undefined && timingSafeEqual(digest(given), digest(settings.token)));

/** Whether a caller may open a socket: a ticket of the dashboard does, too. */
export const mayConnect = (given: string | undefined): boolean =>
  mayEnter(given) || (given !== undefined && settings.token !== undefined && isTicket(given, settings.token));

export const bearerToken = (header: string | undefined): string | undefined =>
  header?.match(/^Bearer (.+)$/)?.[1];

const NAMES = ['token', 'ticket', 'authorization', 'authToken', 'accessToken'];

/** The token in the connectionParams of a socket, under any of its usual names, alone or among `headers`. */
export function tokenIn(params: unknown): string | undefined {
  if (params === null || typeof params !== 'object') return undefined;
  const entries = Object.entries(params as Record<string, unknown>);
  for (const [name, value] of entries)
    if (typeof value === 'string' && NAMES.some((known) => known.toLowerCase() === name.toLowerCase()))
      return bearerToken(value) ?? value;
  return tokenIn(entries.find(([name]) => name.toLowerCase() === 'headers')?.[1]);
}

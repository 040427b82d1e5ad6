import { createHash, timingSafeEqual } from 'node:crypto';
import { settings } from './settings.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether a caller may come in: with the token when one is set, anybody on this machine otherwise. */
export const mayEnter = (given: string | undefined): boolean =>
  settings.token === undefined ||
  (given !== undefined && timingSafeEqual(digest(given), digest(settings.token)));

export const bearerToken = (header: string | undefined): string | undefined =>
  header?.match(/^Bearer (.+)$/)?.[1];

import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * A ticket opens one socket soon, in place of the token, which pages never see: `MILLISECONDS.SIGNATURE`, where the first is
 * when it expires and the second its HMAC-SHA256 in hex, keyed by the access token. The dashboard's server makes them.
 */
export function isTicket(given: string, token: string, now = Date.now()): boolean {
  const [, expires, signature] = given.match(/^(\d{13})\.([0-9a-f]{64})$/) ?? [];
  if (!expires || !signature || Number(expires) < now || Number(expires) > now + 10 * 60_000) return false;
  const right = createHmac('sha256', token).update(`socket ticket ${expires}`).digest();
  return timingSafeEqual(right, Buffer.from(signature, 'hex'));
}

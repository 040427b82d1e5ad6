import { isSignature, signatureOf } from './signature.js';

const LIFETIME = 60_000; // milliseconds

/**
 * A ticket opens one socket soon, in place of the session, which pages never see: `MILLISECONDS.WHO.SIGNATURE`, where the first
 * is when it expires, the second the id of a credential or `token`, and the last their HMAC-SHA256 in hex.
 */
export function newTicket(who: string, secret: string, now = Date.now()): string {
  const expires = now + LIFETIME;
  return `${expires}.${who}.${signatureOf(signed(expires, who), secret)}`;
}

/** Whose ticket it is; null where it is none, or has expired. */
export function holderOf(given: string, secret: string, now = Date.now()): string | null {
  const [, expires, who, signature] = given.match(/^(\d{13})\.([0-9a-z-]{1,36})\.([0-9a-f]{64})$/) ?? [];
  if (!expires || !who || !signature || Number(expires) < now || Number(expires) > now + LIFETIME)
    return null;
  return isSignature(signature, signed(Number(expires), who), secret) ? who : null;
}

const signed = (expires: number, who: string): string => `socket ticket ${expires} ${who}`;

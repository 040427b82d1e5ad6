import { createHmac, timingSafeEqual } from 'node:crypto';

const digest = (text: string, secret: string): Buffer => createHmac('sha256', secret).update(text).digest();

/** HMAC-SHA256 in hex: whoever lacks the secret cannot make it. */
export const signatureOf = (text: string, secret: string): string => digest(text, secret).toString('hex');

/** Whether 64 digits in hex are the signature of a text. */
export const isSignature = (hex: string, text: string, secret: string): boolean =>
  timingSafeEqual(digest(text, secret), Buffer.from(hex, 'hex'));

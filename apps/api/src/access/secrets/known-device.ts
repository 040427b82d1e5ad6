import { randomBytes } from 'node:crypto';
import { isSignature, signatureOf } from './signature.js';

/**
 * What a browser keeps once somebody has signed in on it: `NUMBER.SIGNATURE`. Wrong passwords that others try for the same
 * address do not hold up who shows it (OWASP: device cookies).
 */
export function newKnownDevice(address: string, secret: string): string {
  const number = randomBytes(16).toString('hex');
  return `${number}.${signatureOf(signed(number, address), secret)}`;
}

/** The number of a browser on which somebody has signed in with this address; null of any other. */
export function knownDevice(given: string | undefined, address: string, secret: string): string | null {
  const [, number, signature] = given?.match(/^([0-9a-f]{32})\.([0-9a-f]{64})$/) ?? [];
  if (!number || !signature) return null;
  return isSignature(signature, signed(number, address), secret) ? number : null;
}

const signed = (number: string, address: string): string => `known device ${number} ${address}`;

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * What a browser keeps once somebody has signed in on it: `NUMBER.SIGNATURE`. Wrong passwords that others try for the same
 * address do not hold up who shows it (OWASP: device cookies).
 */
export function newKnownDevice(address: string, secret: string): string {
  const number = randomBytes(16).toString('hex');
  return `${number}.${signature(number, address, secret).toString('hex')}`;
}

/** The number of a browser on which somebody has signed in with this address; null of any other. */
export function knownDevice(given: string | undefined, address: string, secret: string): string | null {
  const [, number, signed] = given?.match(/^([0-9a-f]{32})\.([0-9a-f]{64})$/) ?? [];
  if (!number || !signed) return null;
  return timingSafeEqual(signature(number, address, secret), Buffer.from(signed, 'hex')) ? number : null;
}

const signature = (number: string, address: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(`known device ${number} ${address}`).digest();

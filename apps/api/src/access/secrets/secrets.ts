import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Something new that opens Kshot: 256 random bits, so that a plain digest of it cannot be searched. */
export const newSecret = (prefix: string): string => `${prefix}_${randomBytes(32).toString('base64url')}`;

export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const isEqual = (given: string, right: string): boolean =>
  timingSafeEqual(Buffer.from(digestOf(given), 'hex'), Buffer.from(digestOf(right), 'hex'));

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);
/** Costs 32 MiB and about 0.2 s: an equal of OWASP's recommendation for scrypt (N = 2^15, r = 8, p = 3). */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 26 };

/** A password as it is kept: scrypt (RFC 7914) with a salt of its own. */
export async function passwordDigest(password: string): Promise<string> {
  const salt = randomBytes(16);
  const { N, r, p } = COST;
  const key = await derive(password.normalize('NFKC'), salt, 32, COST);
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether the password is the one that is kept. It takes as long where nothing is kept. */
export async function isPassword(given: string, kept: string | null): Promise<boolean> {
  const [, N, r, p, salt, key] = (kept ?? (await nobody())).split('$') as string[];
  const cost = { N: Number(N), r: Number(r), p: Number(p), maxmem: COST.maxmem };
  const derived = await derive(given.normalize('NFKC'), Buffer.from(salt!, 'base64url'), 32, cost);
  return timingSafeEqual(derived, Buffer.from(key!, 'base64url')) && kept !== null;
}

let ofNobody: Promise<string> | undefined;
/** What the password of a person whom nobody knows is compared with; made when first needed, not at each start. */
function nobody(): Promise<string> {
  ofNobody ??= passwordDigest(randomBytes(16).toString('hex'));
  return ofNobody;
}

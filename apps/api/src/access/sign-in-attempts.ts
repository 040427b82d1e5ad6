import { DomainError } from '@kshot/domain';
import { inTurn } from '../limits/in-turn.js';

const MOST = 10;
const WITHIN = 15 * 60_000; // milliseconds
/** Addresses that are remembered; the oldest go first. */
const REMEMBERED = 10_000;
/** Passwords that are looked at or wait at once: each takes 0.2 s of a core. */
const MOST_WAITING = 16;

/** Counts wrong passwords by address, and of browsers on which somebody has signed in each by itself, so that they cannot be tried one after another. */
export function signInAttempts(now: () => number = Date.now) {
  const strangers = { waiting: 0, one: inTurn(1) };
  const known = { waiting: 0, one: inTurn(1) };
  const failures = new Map<string, number[]>();
  const lately = (address: string): number[] =>
    (failures.get(address) ?? []).filter((at) => now() - at < WITHIN);
  return {
    /** Throws OVERLOADED with the seconds to wait. */
    assertNotTooMany(address: string): void {
      const times = lately(address);
      if (times.length < MOST) return;
      const seconds = Math.ceil((WITHIN - (now() - times[0]!)) / 1000);
      throw new DomainError(
        'OVERLOADED',
        `Too many wrong passwords for this address. Try again in ${Math.ceil(seconds / 60)} minutes.`,
        seconds,
      );
    },
    /** Looks at one password after another, those from known browsers beside the others. Throws OVERLOADED where many wait. */
    async inTurn(look: () => Promise<boolean>, isKnown = false): Promise<boolean> {
      const line = isKnown ? known : strangers;
      if (line.waiting >= MOST_WAITING)
        throw new DomainError('OVERLOADED', 'Many people sign in at this moment. Try again in 5 seconds.', 5);
      line.waiting++;
      return line.one(look).finally(() => line.waiting--);
    },
    failed(address: string): void {
      const times = [...lately(address), now()];
      failures.delete(address);
      failures.set(address, times);
      if (failures.size > REMEMBERED) failures.delete(failures.keys().next().value as string);
    },
    forget: (address: string): void => void failures.delete(address),
  };
}

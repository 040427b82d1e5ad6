const FIRST = 300; // milliseconds
const LONGEST = 2500;

/** Milliseconds before a lost connection is tried again: double each time, up to 2.5 s. `chance`, 0 to 1, spreads clients over the second half of the wait. */
export function retryWait(retries: number, chance: number): number {
  return Math.min(LONGEST, FIRST * 2 ** retries) * (0.5 + chance / 2);
}

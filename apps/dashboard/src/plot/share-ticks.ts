/** A way to write shares at ticks so that neighbours differ: 97 %, or 97.5 % where they are close. */
export function shareFormat(ticks: readonly number[]): (share: number) => string {
  const gap = ticks.length > 1 ? Math.abs((ticks[1] as number) - (ticks[0] as number)) : 1;
  const digits = Math.max(0, Math.min(3, Math.ceil(-Math.log10(gap * 100) - 1e-9)));
  return (share) => `${(share * 100).toFixed(digits)}\u00a0%`;
}

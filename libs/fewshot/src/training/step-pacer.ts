/** Aim for a call of about this long, so that cancelling, heartbeats and charts stay prompt. */
const TARGET_MILLISECONDS = 120;

/** Chooses how many updates to take in one call. Affects only when results are seen, never what they are. */
export function stepPacer(): { next(): number; time<T>(count: number, run: () => T): T } {
  let steps = 4;
  return {
    next: () => steps,
    time(count, run) {
      const start = performance.now();
      const result = run();
      const each = (performance.now() - start) / count;
      const wanted = Math.max(1, Math.floor(TARGET_MILLISECONDS / Math.max(each, 1e-3)));
      steps = Math.min(wanted, steps * 4, 256);
      return result;
    },
  };
}

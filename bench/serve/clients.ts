export interface Served {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
}

/** Runs `ask` from so many clients at once, each one question after another, for some seconds: times and throughput. */
export async function measured(
  clients: number,
  seconds: number,
  ask: () => Promise<unknown>,
): Promise<Served> {
  const times: number[] = [];
  const end = performance.now() + 1000 * seconds;
  const client = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      await ask();
      times.push(performance.now() - start);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const took = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), perSecond: times.length / took };
}

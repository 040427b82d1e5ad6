/** Units of one quantity by their size in its first one. */
const families: readonly ReadonlyMap<string, number>[] = [
  { b: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12, kib: 1024, mib: 1024 ** 2, gib: 1024 ** 3 },
  { mm: 1, cm: 10, m: 1e3, km: 1e6 },
  { mg: 1, g: 1e3, kg: 1e6, t: 1e9 },
  { ml: 1, cl: 10, dl: 100, l: 1e3 },
  { ms: 1, s: 1e3, sec: 1e3, min: 6e4, h: 3.6e6, hrs: 3.6e6 },
  { w: 1, kw: 1e3, mw: 1e6 },
  { hz: 1, khz: 1e3, mhz: 1e6, ghz: 1e9 },
].map((family) => new Map(Object.entries(family)));

/** By how much a value in one unit is multiplied to be in another; undefined where they do not measure the same. */
export function timesBetween(from: string, to: string): number | undefined {
  if (from === to || from === '') return 1;
  const family = families.find((units) => units.has(from) && units.has(to));
  return family && (family.get(from) as number) / (family.get(to) as number);
}

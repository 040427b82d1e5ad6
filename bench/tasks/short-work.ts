import { readFileSync } from 'node:fs';
import type { Kshot } from '../home/kshot.js';
import { imported } from '../home/requests.js';

/** Milliseconds from an upload of 150 rows to its version, one import after the other. */
export async function shortWork(kshot: Kshot, rounds: number): Promise<number[]> {
  const content = readFileSync(new URL('../../examples/data/iris.csv', import.meta.url));
  const taken: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const before = performance.now();
    await imported(kshot, `iris ${i}.csv`, content);
    taken.push(performance.now() - before);
  }
  return taken;
}

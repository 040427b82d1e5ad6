import { availableParallelism } from 'node:os';
import type { Threads } from './backend.js';

/** Large convolutions want threads inside ops; many small ops, or the tasks of a meta-batch, want them between. */
export type Work = 'convolutions' | 'small' | 'meta-batch' | 'inference';

/** The two thread counts for a kind of work on so many cores; `docs/decisions/native-speed.md` has the figures. */
export function threadsFor(work: Work, cores: number = availableParallelism()): Threads {
  const between = work === 'small' || work === 'meta-batch';
  return between ? { intra: 1, inter: cores } : { intra: cores, inter: 1 };
}

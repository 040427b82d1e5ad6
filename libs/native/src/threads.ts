import { availableParallelism } from 'node:os';
import type { Threads } from './backend.js';

/**
 * Large convolutions want threads inside ops, the tasks of a meta-batch want them between; small dense layers are
 * fastest on one thread, because handing a microsecond's work to another costs more than it saves.
 */
export type Work = 'convolutions' | 'small' | 'meta-batch' | 'inference';

/** The two thread counts for a kind of work on so many cores; `docs/measurements/native-speed.md` has the figures. */
export function threadsFor(work: Work, cores: number = availableParallelism()): Threads {
  if (work === 'small') return { intra: 1, inter: 1 };
  return work === 'meta-batch' ? { intra: 1, inter: cores } : { intra: cores, inter: 1 };
}

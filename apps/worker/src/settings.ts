import { totalmem } from 'node:os';
import { resolve } from 'node:path';

const home = resolve(process.env.KSHOT_HOME ?? '.kshot');

/** What the machine, or the container around us, has. */
const memoryBytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);

/** From the environment. */
export const settings = {
  databaseUrl: process.env.DATABASE_URL ?? 'postgresql://kshot:kshot@127.0.0.1:5432/kshot',
  blobDir: resolve(home, 'blobs'),
  /** A task that takes more ends as OUT_OF_MEMORY; three quarters of what there is when left out. */
  taskMemoryBytes: Number(process.env.KSHOT_TASK_MEMORY_BYTES) || 0.75 * memoryBytes,
};

import { totalmem } from 'node:os';
import { readServerSettings } from '@kshot/domain';

/** What the machine, or the container around us, has. */
const memoryBytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);

/** From the environment. Ends the process where it cannot be used, with what is wrong. */
export const settings = (() => {
  try {
    const read = readServerSettings(process.env);
    /** A task that takes more ends as OUT_OF_MEMORY; three quarters of what there is when left out. */
    return { ...read, taskMemoryBytes: read.taskMemoryBytes ?? 0.75 * memoryBytes };
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
})();

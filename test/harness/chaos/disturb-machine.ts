import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Disturbance } from './disturbances.js';
import type { OwnDisk } from './own-disk.js';

/** Files and database have no room for a while. A server that gave up on that is started again. */
export const fullDisk = (disk: OwnDisk): Disturbance => ({
  name: 'disk full',
  async happen({ database }, below) {
    disk.fill();
    await delay(1000 + below(4000));
    disk.free();
    await database.start();
    await database.answers();
  },
});

const DAY = 86_400_000; // milliseconds

/** The clock of API, workers and their processes is set forward or back, by up to a day, until the next step; not that of the database. */
export function steppedClock(): { disturbance: Disturbance; environment: NodeJS.ProcessEnv } {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'kshot-clock-')), 'milliseconds');
  writeFileSync(file, '0');
  return {
    environment: {
      CHAOS_CLOCK: file,
      NODE_OPTIONS: `--import=${new URL('./stepped-clock.mjs', import.meta.url)}`,
    },
    disturbance: {
      name: 'clock stepped',
      happen: async (_kshot, below) => writeFileSync(file, String(below(2 * DAY) - DAY)),
    },
  };
}

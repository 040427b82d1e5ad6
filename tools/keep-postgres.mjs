import { startPostgres } from './postgres.mjs';
import { isAlive } from './processes.mjs';

const LOOK_EVERY = 500; // milliseconds
const MOST_FAILURES = 5;

/**
 * The embedded database, started again on the same port when it dies. Where the disk is full, it waits for room.
 * @param {{ dataDir: string, port: number }} options @param {(name: string) => void} givenUp called when it cannot be started
 */
export async function keepPostgres(options, givenUp) {
  let server = await startPostgres(options);
  const { url, port } = server;
  let busy = Promise.resolve();
  let looking = false;
  let failures = 0;
  let full = false;
  const look = async () => {
    if (isAlive(server.pid)) return;
    if (!full) console.error('PostgreSQL has ended unexpectedly. Starting it again.');
    try {
      server = await startPostgres({ ...options, port });
      if (full) console.error('PostgreSQL runs again.');
      failures = 0;
      full = false;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (/No space left on device|ENOSPC|EDQUOT/.test(message)) {
        if (!full)
          console.error(`The disk is full: free space for ${options.dataDir}. PostgreSQL starts then.`);
        full = true;
        return;
      }
      console.error(message);
      if (++failures === MOST_FAILURES) givenUp('database');
    }
  };
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    busy = look().finally(() => {
      looking = false;
    });
  }, LOOK_EVERY);
  return {
    url,
    port,
    stop: async () => {
      clearInterval(timer);
      await busy;
      await server.stop();
    },
  };
}

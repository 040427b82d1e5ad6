import { startPostgres } from './postgres.mjs';
import { isAlive } from './processes.mjs';

const LOOK_EVERY = 500; // milliseconds
const MOST_FAILURES = 5;

/**
 * The embedded database, started again on the same port when it dies.
 * @param {{ dataDir: string, port: number }} options @param {(name: string) => void} givenUp called when it cannot be started
 */
export async function keepPostgres(options, givenUp) {
  let server = await startPostgres(options);
  const { url, port } = server;
  let busy = Promise.resolve();
  let looking = false;
  let failures = 0;
  const look = async () => {
    if (isAlive(server.pid)) return;
    console.error('PostgreSQL has ended unexpectedly. Starting it again.');
    try {
      server = await startPostgres({ ...options, port });
      failures = 0;
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
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

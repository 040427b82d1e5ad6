import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startPostgres } from './postgres.mjs';
import { root } from './setup.mjs';

/**
 * Where database and blobs of this home are: those of DATABASE_URL and KSHOT_HOME, or the embedded database, which is started for
 * as long as it is needed where it does not run. Ends the process where there is none.
 * @param {{ make?: boolean }} options whether a home without a database gets one
 * @returns {Promise<{ url: string, blobDir: string, close: () => Promise<void> }>}
 */
export async function openDatabase({ make = false } = {}) {
  const home = path.resolve(process.env.KSHOT_HOME ?? path.join(root, '.kshot'));
  const blobDir = path.join(home, 'blobs');
  if (process.env.DATABASE_URL)
    return { url: process.env.DATABASE_URL, blobDir, close: async () => undefined };
  const dataDir = path.join(home, 'postgres');
  if (!make && !existsSync(path.join(dataDir, 'PG_VERSION'))) {
    console.error(`There is no database in ${home}. Set KSHOT_HOME, or DATABASE_URL.`);
    process.exit(1);
  }
  const pidFile = path.join(dataDir, 'postmaster.pid');
  const before = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
  const server = await startPostgres({ dataDir, port: 0 });
  return { url: server.url, blobDir, close: async () => (server.pid === before ? undefined : server.stop()) };
}

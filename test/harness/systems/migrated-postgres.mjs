import { fileURLToPath } from 'node:url';
import { startPostgres } from '../../../tools/postgres.mjs';
import { runCommand } from '../../../tools/run-command.mjs';

const migrate = fileURLToPath(new URL('../../../tools/prisma/migrate.mjs', import.meta.url));

/** Starts a PostgreSQL on any free port, with a migrated database in a folder. @param {string} dataDir */
export async function startMigrated(dataDir) {
  const server = await startPostgres({ dataDir, port: 0, durable: false });
  await runCommand(process.execPath, [migrate, server.url]); // its connections go with it
  return server;
}

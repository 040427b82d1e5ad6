// Makes a migrated PostgreSQL with its data in the folder that is named, and stops it.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../../../tools/postgres.mjs';
import { runCommand } from '../../../tools/run-command.mjs';

const dataDir = path.resolve(process.argv[2] ?? '');
const migrate = fileURLToPath(new URL('../../../tools/prisma/migrate.mjs', import.meta.url));
const server = await startPostgres({ dataDir, port: 0, durable: false });
await runCommand(process.execPath, [migrate, server.url]); // its connections go with it
await server.stop();
process.exit(0);

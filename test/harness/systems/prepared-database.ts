import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startPostgres } from '../../../tools/postgres.mjs';
import { runCommand } from '../../../tools/run-command.mjs';

/** Where the processes of tests find it. */
const NAME = 'PREPARED_DATABASE';

const MIGRATE = fileURLToPath(new URL('../../../tools/prisma/migrate.mjs', import.meta.url));

/** A stopped PostgreSQL with a migrated database: each Kshot of a test begins with a copy, which takes a tenth of making one. */
export default async function preparedDatabase(): Promise<() => void> {
  const home = mkdtempSync(path.join(tmpdir(), 'kshot-prepared-'));
  chmodSync(home, 0o755); // for root: PostgreSQL runs as a user of its own
  await migrated(path.join(home, 'data'), 0).then(({ stop }) => stop());
  process.env[NAME] = home;
  return () => rmSync(home, { recursive: true, force: true });
}

/** Starts a migrated PostgreSQL on a port, with new data: a copy of what was prepared, or all of it made now. */
export async function startMigrated(dataDir: string, port: number) {
  const home = process.env[NAME];
  if (home === undefined) return migrated(dataDir, port);
  mkdirSync(path.dirname(dataDir), { recursive: true });
  for (const end of ['', '-password'])
    await promisify(execFile)('cp', ['-a', path.join(home, `data${end}`), `${dataDir}${end}`]);
  return startPostgres({ dataDir, port, durable: false });
}

async function migrated(dataDir: string, port: number) {
  const server = await startPostgres({ dataDir, port, durable: false });
  await runCommand(process.execPath, [MIGRATE, server.url]); // its connections go with it
  return server;
}

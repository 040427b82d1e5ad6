// A migrated PostgreSQL in a folder of its own, until this process is told to stop; sends its address.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../tools/free-port.mjs';
import { startPostgres } from '../../tools/postgres.mjs';
import { runCommand } from '../../tools/run-command.mjs';

const home = mkdtempSync(path.join(tmpdir(), 'kshot-database-'));
chmodSync(home, 0o755); // for root: PostgreSQL runs as a user of its own
const server = await startPostgres({
  dataDir: path.join(home, 'data'),
  port: await freePort(),
  durable: false,
});
await runCommand(process.execPath, ['tools/prisma/migrate.mjs', server.url]); // its connections go with it
process.on('disconnect', async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
  process.exit(0);
});
process.send?.(server.url);

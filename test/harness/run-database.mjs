// A migrated PostgreSQL in a folder of its own, until this process is told to stop; sends its address.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startMigrated } from './systems/migrated-postgres.mjs';

const home = mkdtempSync(path.join(tmpdir(), 'kshot-database-'));
chmodSync(home, 0o755); // for root: PostgreSQL runs as a user of its own
const server = await startMigrated(path.join(home, 'data'));
process.on('disconnect', async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
  process.exit(0);
});
process.send?.(server.url);

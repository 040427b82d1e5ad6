import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, startPostgres } from '../../tools/postgres.mjs';
import { runCommand } from '../../tools/run-command.mjs';

/** A migrated database of its own. */
export interface Database {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startDatabase(): Promise<Database> {
  const home = mkdtempSync(path.join(tmpdir(), 'kshot-database-'));
  chmodSync(home, 0o755); // for root: PostgreSQL runs as a user of its own
  const server = await startPostgres({
    dataDir: path.join(home, 'postgres', 'data'),
    port: await freePort(),
  });
  await runCommand(process.execPath, ['tools/prisma/migrate.mjs', server.url]);
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

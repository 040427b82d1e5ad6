import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { runCommand } from '../../../tools/run-command.mjs';

/** Where the processes of tests find it. */
const NAME = 'PREPARED_DATABASE';

const make = (dataDir: string) =>
  runCommand(process.execPath, [fileURLToPath(new URL('./prepare-database.mjs', import.meta.url)), dataDir]);

/** A stopped PostgreSQL with a migrated database: each Kshot of a test begins with a copy, which takes a tenth of making one. */
export default async function preparedDatabase(): Promise<() => void> {
  const home = mkdtempSync(path.join(tmpdir(), 'kshot-prepared-'));
  chmodSync(home, 0o755); // for root: PostgreSQL runs as a user of its own
  await make(path.join(home, 'data'));
  process.env[NAME] = home;
  return () => rmSync(home, { recursive: true, force: true });
}

/** Puts the data of a migrated PostgreSQL where it is to run: a copy of what was prepared, or made now. */
export async function putDatabase(dataDir: string): Promise<void> {
  const home = process.env[NAME];
  mkdirSync(path.dirname(dataDir), { recursive: true });
  if (home === undefined) await make(dataDir);
  else
    for (const end of ['', '-password'])
      await promisify(execFile)('cp', ['-a', path.join(home, `data${end}`), `${dataDir}${end}`]);
}

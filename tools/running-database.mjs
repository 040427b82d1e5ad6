import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './setup.mjs';

/** Where database and blobs of this home are: those of DATABASE_URL and KSHOT_HOME, or the embedded database that runs now. */
export function runningDatabase() {
  const home = path.resolve(process.env.KSHOT_HOME ?? path.join(root, '.kshot'));
  const blobDir = path.join(home, 'blobs');
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, blobDir };
  const [pidFile, passwordFile] = ['postgres/postmaster.pid', 'postgres-password'].map((file) =>
    path.join(home, file),
  );
  if (!pidFile || !existsSync(pidFile))
    throw new Error(`No database runs in ${home}. Start Kshot, or set DATABASE_URL and KSHOT_HOME.`);
  const port = readFileSync(pidFile, 'utf8').split('\n')[3];
  const password =
    passwordFile && existsSync(passwordFile) ? readFileSync(passwordFile, 'utf8').trim() : 'kshot';
  return { url: `postgresql://kshot:${password}@127.0.0.1:${port}/kshot`, blobDir };
}

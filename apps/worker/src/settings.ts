import { resolve } from 'node:path';

const home = resolve(process.env.KSHOT_HOME ?? '.kshot');

/** From the environment. */
export const settings = {
  databaseUrl: process.env.DATABASE_URL ?? 'postgresql://kshot:kshot@127.0.0.1:5432/kshot',
  blobDir: resolve(home, 'blobs'),
};

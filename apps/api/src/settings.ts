import { resolve } from 'node:path';

const home = resolve(process.env.KSHOT_HOME ?? '.kshot');
const host = process.env.KSHOT_HOST ?? '127.0.0.1';

/** From the environment. */
export const settings = {
  databaseUrl: process.env.DATABASE_URL ?? 'postgresql://kshot:kshot@127.0.0.1:5432/kshot',
  blobDir: resolve(home, 'blobs'),
  host,
  port: Number(process.env.KSHOT_API_PORT ?? 4400),
  /** Asked for on every request when set; needed to listen beyond loopback. */
  token: process.env.KSHOT_TOKEN || undefined,
  /** Where the dashboard is served: the only foreign origin that may call. */
  origins: (process.env.KSHOT_DASHBOARD_ORIGIN ?? 'http://127.0.0.1:4401,http://localhost:4401').split(','),
  /** Where browsers reach the API, when that differs. */
  publicUrl: process.env.KSHOT_PUBLIC_API_URL ?? '',
  /** Further names by which it is called. */
  hosts: (process.env.KSHOT_ALLOWED_HOSTS ?? '').split(',').filter(Boolean),
} as const;

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** An API without a token is for this machine only. */
export function assertSafeToListen(): void {
  if (loopback.has(settings.host) || settings.token) return;
  throw new Error(
    `KSHOT_HOST=${settings.host} opens the API to other machines: set KSHOT_TOKEN to an access token as well.`,
  );
}

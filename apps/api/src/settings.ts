import { readServerSettings } from '@kshot/domain';

/** From the environment. Ends the process where it cannot be used, with what is wrong. */
export const settings = (() => {
  try {
    return readServerSettings(process.env);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
})();

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** An API without a token and without accounts is for this machine only. */
export function assertSafeToListen(accounts: number): void {
  if (loopback.has(settings.host) || settings.token || accounts > 0) return;
  throw new Error(
    `KSHOT_HOST=${settings.host} opens the API to other machines: set KSHOT_TOKEN to an access token as well, or make an account before.`,
  );
}

import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { settings } from '../settings.js';

const named = new Set([
  'localhost',
  hostname().toLowerCase(),
  ...[...settings.origins, settings.publicUrl].flatMap((url) =>
    URL.canParse(url) ? [new URL(url).hostname] : [],
  ),
  ...settings.hosts,
]);

/**
 * Whether a Host header names this server. A page whose own name was pointed at this machine (DNS rebinding) sends that name;
 * bare addresses and our own names cannot be had that way.
 */
export function isOwnHost(header: string | undefined): boolean {
  const url = `http://${header ?? ''}`;
  if (!header || !URL.canParse(url)) return false;
  const { hostname: name } = new URL(url);
  return named.has(name) || isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}

/** Whether an Origin header is the dashboard's or this server's. Callers that are not browsers send none. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (!origin || settings.origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host && isOwnHost(host);
}

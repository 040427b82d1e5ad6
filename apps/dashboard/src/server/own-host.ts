import { isIP } from 'node:net';
import { hostname } from 'node:os';

/**
 * Whether a Host header names this dashboard. A page whose own name was pointed at this machine (DNS rebinding) sends that name;
 * bare addresses and our own names cannot be had that way.
 */
export function isOwnHost(header: string | null): boolean {
  const url = `http://${header}`;
  if (!header || !URL.canParse(url)) return false;
  const { hostname: name } = new URL(url);
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0 || ownNames().includes(name);
}

function ownNames(): string[] {
  const { KSHOT_DASHBOARD_ORIGIN = '', KSHOT_ALLOWED_HOSTS = '' } = process.env;
  const origins = KSHOT_DASHBOARD_ORIGIN.split(',').filter((origin) => URL.canParse(origin));
  return [
    'localhost',
    hostname().toLowerCase(),
    ...origins.map((origin) => new URL(origin).hostname),
    ...KSHOT_ALLOWED_HOSTS.split(','),
  ];
}

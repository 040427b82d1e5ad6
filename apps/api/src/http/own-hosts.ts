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
function isOwnHost(header: string | undefined): boolean {
  const url = `http://${header ?? ''}`;
  if (!header || !URL.canParse(url)) return false;
  const { hostname: name } = new URL(url);
  return named.has(name) || isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}

/** Whether an Origin header is the dashboard's or this server's. Callers that are not browsers send none. */
function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (!origin || settings.origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host && isOwnHost(host);
}

/** Why a request by a foreign name or from a foreign page is refused; null where it is not. `anyName` lets every name through. */
export function foreignRefusal(
  { host, origin }: { readonly host?: string | undefined; readonly origin?: string | undefined },
  anyName = false,
): { readonly code: 'FORBIDDEN'; readonly message: string } | null {
  const code = 'FORBIDDEN';
  if (!anyName && !isOwnHost(host))
    return {
      code,
      message: 'This server is not known by the name in the Host header. Add it to KSHOT_ALLOWED_HOSTS.',
    };
  if (!isOwnOrigin(origin, host))
    return { code, message: 'Pages of this origin may not call the API. Add it to KSHOT_DASHBOARD_ORIGIN.' };
  return null;
}

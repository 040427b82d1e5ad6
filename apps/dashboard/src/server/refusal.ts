import { isOwnHost } from './own-host';

/** Why the dashboard does not act for a request, which comes by a foreign name or from a foreign page; null where it does. */
export function strangeRefusal(request: Request): Response | null {
  const refused = foreignName(request);
  if (refused) return refused;
  if (isForeign(request))
    return refusal(403, 'FORBIDDEN', 'Only pages of this dashboard may call through it.');
  return null;
}

/** Why it does not act for a request that comes by a foreign name; null where it does. */
export const foreignName = ({ headers }: Pick<Request, 'headers'>): Response | null =>
  isOwnHost(headers.get('host'))
    ? null
    : refusal(
        403,
        'FORBIDDEN',
        'The dashboard is not known by the name in the Host header. Add it to KSHOT_ALLOWED_HOSTS.',
      );

/**
 * Another site's page in the same browser: it must not borrow what this browser may do. A proxy names the host that the browser
 * asked for in X-Forwarded-Host; a foreign page cannot set that header, for a browser would ask for permission first.
 */
export function isForeign({ headers }: Request): boolean {
  const origin = headers.get('origin');
  if (origin === null) return false;
  const host = URL.canParse(origin) ? new URL(origin).host : null;
  return host === null || (host !== headers.get('host') && host !== forwardedHost(headers));
}

/** Of several proxies the first one heard the browser. */
const forwardedHost = (headers: Headers): string | undefined =>
  headers.get('x-forwarded-host')?.split(',')[0]?.trim();

/** Shaped as a GraphQL answer, so that pages show it as any other problem. */
export function refusal(status: number, code: string, message: string): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status });
}

import { isOwnHost } from './own-host';
import { isSignedIn } from './session';

/** Why the dashboard does not act for a request; null where it does. */
export function refusalOf(request: Request): Response | null {
  if (!isOwnHost(request.headers.get('host')))
    return refusal(
      403,
      'FORBIDDEN',
      'The dashboard is not known by the name in the Host header. Add it to KSHOT_ALLOWED_HOSTS.',
    );
  if (isForeign(request))
    return refusal(403, 'FORBIDDEN', 'Only pages of this dashboard may call through it.');
  if (!isSignedIn(request))
    return refusal(401, 'UNAUTHENTICATED', 'Sign in with the access token at /sign-in.');
  return null;
}

/** Another site's page in the same browser: it must not borrow what this browser may do. */
export function isForeign(request: Request): boolean {
  const origin = request.headers.get('origin');
  return (
    origin !== null && (URL.canParse(origin) ? new URL(origin).host : null) !== request.headers.get('host')
  );
}

/** Shaped as a GraphQL answer, so that pages show it as any other problem. */
export function refusal(status: number, code: string, message: string): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status });
}

import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { publicApiOrigin } from './server/api-origin';
import { isOwnHost } from './server/own-host';
import { ownOrigin } from './server/own-origin';
import { isLetIn, sessionToken } from './server/session';
import { isSharePath } from './share/share-path';
import { PROVIDER, SIGN_IN, signInPath, TO_PROVIDER } from './sign-in/sign-in-path';
import { address } from './url/address';

/** Pages only: what is forwarded to the API must not be held in memory here, and checks for itself. */
export const config = {
  matcher: '/((?!_next/|graphql$|files/|uploads/|shared/|session$|ticket$|theme\\.js$|icon\\.svg$).*)',
};

/** Refuses foreign names, sends to the sign-in page who has not signed in, and says what a page may load. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!isOwnHost(request.headers.get('host')))
    return new NextResponse('The dashboard is not known by this name. Add it to KSHOT_ALLOWED_HOSTS.', {
      status: 403,
    });
  const { pathname, search } = request.nextUrl;
  if (
    ![SIGN_IN, PROVIDER, TO_PROVIDER].includes(pathname) &&
    !isSharePath(pathname) &&
    !(await isLetIn(sessionToken(request)))
  ) {
    return NextResponse.redirect(new URL(address(signInPath(pathname + search)), ownOrigin(request)));
  }
  const policy = policyWith(randomBytes(16).toString('base64'));
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy); // where Next reads the nonce for its own scripts
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

function policyWith(nonce: string): string {
  const api = publicApiOrigin();
  const evaluated = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${evaluated}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    `connect-src 'self' ${api} ${api.replace(/^http/, 'ws')}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

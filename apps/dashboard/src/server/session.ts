import { address } from '../url/address';
import { apiOrigin } from './api-origin';
import { cookieIn } from './cookie-in';

/** The cookie that keeps what a browser shows to the API: a session, or the access token. Pages cannot read it. */
export const SESSION = 'kshot_session';

/** What a request's cookie holds; null where there is none. The API finds out whether it is right. */
export const sessionToken = (request: Pick<Request, 'headers'>): string | null => cookieIn(request, SESSION);

/** Asks the API's routes of sessions on behalf of who holds the token. Rejects where the API is away. */
export const askSession = (path: string, token: string | null, init: RequestInit = {}): Promise<Response> =>
  fetch(apiOrigin() + address(path), {
    ...init,
    cache: 'no-store',
    headers: { ...init.headers, ...(token ? { authorization: `Bearer ${token}` } : {}) },
  });

/** Whether the API lets somebody in; true where it is away, for the pages themselves hold nothing and say so. */
export const isLetIn = (token: string | null): Promise<boolean> =>
  askSession('/session', token).then(
    ({ status }) => status !== 401,
    () => true,
  );

/** The cookie of a browser on which somebody has signed in: it stays when they sign out. */
export const DEVICE = 'kshot_device';

const YEAR = 365 * 24 * 60 * 60; // seconds

export const deviceCookie = (device: string, secure: boolean): string =>
  keptCookie(DEVICE, device, YEAR, secure);

/** A Set-Cookie header; an empty token signs out. */
export const sessionCookie = (token: string, secure: boolean): string =>
  keptCookie(SESSION, token, token === '' ? 0 : 30 * 24 * 60 * 60, secure);

function keptCookie(name: string, text: string, seconds: number, secure: boolean): string {
  const value = Buffer.from(text).toString('base64url');
  return `${name}=${value}; Path=${address('') || '/'}; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`;
}

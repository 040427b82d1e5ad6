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

/** A Set-Cookie header; an empty token signs out. */
export function sessionCookie(token: string, secure: boolean): string {
  const value = Buffer.from(token).toString('base64url');
  const age = token === '' ? 0 : 30 * 24 * 60 * 60; // seconds
  return `${SESSION}=${value}; Path=${address('') || '/'}; HttpOnly; SameSite=Strict; Max-Age=${age}${secure ? '; Secure' : ''}`;
}

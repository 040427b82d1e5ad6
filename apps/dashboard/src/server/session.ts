import { createHash, timingSafeEqual } from 'node:crypto';
import { accessToken } from './api-origin';

/** The cookie that keeps the access token of a browser that has signed in; pages cannot read it. */
export const SESSION = 'kshot_session';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

export function isAccessToken(given: string): boolean {
  const token = accessToken();
  return token !== null && timingSafeEqual(digest(given), digest(token));
}

/** The token that a request's cookie holds; null where it is missing or no longer right. */
export function sessionToken(request: Request): string | null {
  const cookies = request.headers.get('cookie')?.split(/; */) ?? [];
  const value = cookies.find((cookie) => cookie.startsWith(`${SESSION}=`))?.slice(SESSION.length + 1);
  if (value === undefined) return null;
  const token = Buffer.from(value, 'base64url').toString();
  return isAccessToken(token) ? token : null;
}

/** Whether a request may be acted for: anybody's where no token is set, those of a signed-in browser otherwise. */
export const isSignedIn = (request: Request): boolean =>
  accessToken() === null || sessionToken(request) !== null;

/** A Set-Cookie header; an empty token signs out. */
export function sessionCookie(token: string, secure: boolean): string {
  const value = Buffer.from(token).toString('base64url');
  const age = token === '' ? 0 : 30 * 24 * 60 * 60; // seconds
  return `${SESSION}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}${secure ? '; Secure' : ''}`;
}

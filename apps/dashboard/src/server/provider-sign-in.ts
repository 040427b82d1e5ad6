import { ownPath, PROVIDER, signInPath } from '@/sign-in/sign-in-path';
import { address } from '@/url/address';
import { cookieIn } from './cookie-in';
import { moved } from './moved';
import { isSecure, ownOrigin } from './own-origin';
import { foreignName } from './refusal';
import { askSession, sessionCookie } from './session';

/** What the browser keeps while it is at the provider: sent along when that leads back, which Strict would not allow. */
const CHECKS = 'kshot_sign_in';
const KEPT = 600; // seconds

interface Begun {
  readonly redirectUri: string;
  readonly checks: unknown;
  readonly to: string;
}

/** Sends the browser to the provider that people sign in with. */
export async function beginAtProvider(request: Request): Promise<Response> {
  const refused = foreignName(request);
  if (refused) return refused;
  const to = ownPath(new URL(request.url).searchParams.get('to'));
  const redirectUri = ownOrigin(request) + address(PROVIDER);
  const begun = await asked<{ url: string; checks: unknown }>('/session/provider', { redirectUri });
  if (!('url' in begun)) return moved(`${signInPath(to)}&wrong=${begun.wrong}`);
  return moved(begun.url, checksCookie(request, { redirectUri, checks: begun.checks, to }));
}

/** Makes a session of what the provider answered. */
export async function backFromProvider(request: Request): Promise<Response> {
  const refused = foreignName(request);
  if (refused) return refused;
  const begun = begunIn(request);
  const forget = checksCookie(request, null);
  if (!begun) return moved(`${signInPath('/')}&wrong=provider`, forget);
  const cameBackTo = begun.redirectUri + new URL(request.url).search;
  const session = await asked<{ token: string }>('/session/provider/finish', {
    cameBackTo,
    checks: begun.checks,
  });
  const to = ownPath(begun.to);
  if (!('token' in session)) return moved(`${signInPath(to)}&wrong=${session.wrong}`, forget);
  return openedHere(to, [forget, sessionCookie(session.token, isSecure(request))]);
}

/** A page of our own that goes on: of a redirect that began at the provider, browsers would hold the session back. */
function openedHere(to: string, cookies: readonly string[]): Response {
  const href = address(to).replace(/[&"'<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  const page = `<!doctype html><html lang="en"><meta http-equiv="refresh" content="0;url=${href}"><title>Kshot</title><p><a href="${href}">Go on to Kshot</a></p></html>`;
  return new Response(page, { headers });
}

async function asked<T>(path: string, body: unknown): Promise<T | { wrong: 'provider' | 'later' }> {
  const answer = await askSession(path, null, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (answer?.ok) return (await answer.json()) as T;
  return { wrong: answer?.status === 401 || answer?.status === 400 ? 'provider' : 'later' };
}

function begunIn(request: Request): Begun | null {
  try {
    const kept = cookieIn(request, CHECKS);
    return kept ? (JSON.parse(kept) as Begun) : null;
  } catch {
    return null; // not written by us
  }
}

function checksCookie(request: Request, begun: Begun | null): string {
  const value = begun ? Buffer.from(JSON.stringify(begun)).toString('base64url') : '';
  const end = `Max-Age=${begun ? KEPT : 0}${isSecure(request) ? '; Secure' : ''}`;
  return `${CHECKS}=${value}; Path=${address(PROVIDER)}; HttpOnly; SameSite=Lax; ${end}`;
}

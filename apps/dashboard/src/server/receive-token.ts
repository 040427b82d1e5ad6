import { setTimeout as delay } from 'node:timers/promises';
import { ownPath, SIGN_IN, signInPath } from '@/sign-in/sign-in-path';
import { isOwnHost } from './own-host';
import { isForeign, refusal } from './refusal';
import { isAccessToken, sessionCookie } from './session';

const WRONG_TAKES = 1000; // milliseconds

/** A form with a token signs in, one without signs out. */
export async function receiveToken(request: Request): Promise<Response> {
  if (!isOwnHost(request.headers.get('host')) || isForeign(request))
    return refusal(403, 'FORBIDDEN', 'Only pages of this dashboard may call through it.');
  const form = await request.formData().catch(() => new FormData());
  const token = form.get('token');
  const secure = request.headers.get('x-forwarded-proto') === 'https';
  if (token === null) return moved(SIGN_IN, sessionCookie('', secure));
  const to = ownPath(String(form.get('to') ?? ''));
  if (isAccessToken(String(token))) return moved(to, sessionCookie(String(token), secure));
  await delay(WRONG_TAKES);
  return moved(`${signInPath(to)}&wrong`);
}

/** 303: whatever was sent, the next page is fetched by GET. */
function moved(location: string, cookie?: string): Response {
  const headers = new Headers({ location });
  if (cookie) headers.set('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

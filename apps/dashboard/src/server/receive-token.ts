import { ownPath, SIGN_IN, signInPath } from '@/sign-in/sign-in-path';
import { moved } from './moved';
import { isOwnHost } from './own-host';
import { isSecure } from './own-origin';
import { isForeign, refusal } from './refusal';
import { askSession, isLetIn, sessionCookie, sessionToken } from './session';

/** A form with an address and a password, or with a token, signs in; one without signs out. */
export async function receiveToken(request: Request): Promise<Response> {
  if (!isOwnHost(request.headers.get('host')) || isForeign(request))
    return refusal(403, 'FORBIDDEN', 'Only pages of this dashboard may call through it.');
  const form = await request.formData().catch(() => new FormData());
  const text = (name: string) => String(form.get(name) ?? '');
  const secure = isSecure(request);
  if (!form.has('token') && !form.has('email')) {
    await askSession('/session', sessionToken(request), { method: 'DELETE' }).catch(() => undefined); // it is forgotten here anyway
    return moved(SIGN_IN, sessionCookie('', secure));
  }
  const to = ownPath(text('to'));
  const shown = form.has('token')
    ? await byToken(text('token'))
    : await byPassword(text('email'), text('password'));
  return 'token' in shown
    ? moved(to, sessionCookie(shown.token, secure))
    : moved(`${signInPath(to)}&wrong=${shown.wrong}`);
}

type Shown = { token: string } | { wrong: 'token' | 'password' | 'later' };

const WRONG_TAKES = 1000; // milliseconds

async function byToken(token: string): Promise<Shown> {
  if (token !== '' && (await isLetIn(token))) return { token };
  await new Promise((go) => setTimeout(go, WRONG_TAKES));
  return { wrong: 'token' };
}

async function byPassword(email: string, password: string): Promise<Shown> {
  const answer = await askSession('/session', null, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  }).catch(() => null);
  if (answer?.ok) return { token: ((await answer.json()) as { token: string }).token };
  return { wrong: answer?.status === 401 || answer?.status === 400 ? 'password' : 'later' };
}

import { ownPath, SIGN_IN, signInPath } from '@/sign-in/sign-in-path';
import { cookieIn } from './cookie-in';
import { moved } from './moved';
import { isOwnHost } from './own-host';
import { isSecure } from './own-origin';
import { isForeign, refusal } from './refusal';
import { askSession, DEVICE, deviceCookie, isLetIn, sessionCookie, sessionToken } from './session';

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
    : await byPassword(text('email'), text('password'), cookieIn(request, DEVICE));
  if ('token' in shown) {
    const { token, device } = shown;
    return moved(to, sessionCookie(token, secure), ...(device ? [deviceCookie(device, secure)] : []));
  }
  return moved(`${signInPath(to)}&wrong=${shown.wrong}`);
}

type Shown = { token: string; device?: string } | { wrong: 'token' | 'password' | 'later' };

const WRONG_TAKES = 1000; // milliseconds

async function byToken(token: string): Promise<Shown> {
  if (token !== '' && (await isLetIn(token))) return { token };
  await new Promise((go) => setTimeout(go, WRONG_TAKES));
  return { wrong: 'token' };
}

async function byPassword(email: string, password: string, device: string | null): Promise<Shown> {
  const answer = await askSession('/session', null, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, ...(device ? { device } : {}) }),
  }).catch(() => null);
  if (answer?.ok) return (await answer.json()) as { token: string; device: string };
  return { wrong: answer?.status === 401 || answer?.status === 400 ? 'password' : 'later' };
}

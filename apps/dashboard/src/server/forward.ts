import { apiOrigin } from './api-origin';
import { refusal, strangeRefusal } from './refusal';
import { sessionToken } from './session';

const ASKED = [
  'accept',
  'content-type',
  'content-encoding',
  'content-length',
  'if-none-match',
  'range',
  'upload-offset',
  'x-kshot-project',
];
const ANSWERED = [
  'content-type',
  'content-length',
  'content-disposition',
  'content-range',
  'accept-ranges',
  'upload-offset',
  'cache-control',
  'allow',
  'retry-after',
  'etag',
  'x-content-type-options',
  'content-security-policy',
];

/** Streams a request through to the same path of the API, for who is signed in, and its answer back: nothing is held in memory. */
export async function forward(request: Request): Promise<Response> {
  return strangeRefusal(request) ?? pass(request);
}

async function pass(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const headers = new Headers({ 'accept-encoding': 'identity' });
  for (const name of ASKED) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const token = sessionToken(request);
  const shown = request.headers.get('authorization') ?? (token && `Bearer ${token}`); // programs show a key
  if (shown) headers.set('authorization', shown);
  const init: RequestInit & { duplex: 'half' } = {
    method: request.method,
    headers,
    body: request.body,
    duplex: 'half',
    cache: 'no-store',
    signal: request.signal,
  };
  try {
    const answer = await fetch(apiOrigin() + pathname + search, init);
    const kept = new Headers();
    for (const name of ANSWERED) {
      const value = answer.headers.get(name);
      if (value !== null) kept.set(name, value);
    }
    return new Response(answer.body, { status: answer.status, headers: kept });
  } catch {
    const message = `The API does not answer at ${apiOrigin()}. Is it running? "npm start" starts everything.`;
    return refusal(502, 'API_UNREACHABLE', message);
  }
}

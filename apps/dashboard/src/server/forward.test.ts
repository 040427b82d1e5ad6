import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forward } from './forward';
import { sessionCookie } from './session';

const HOST = '127.0.0.1:4401';
const COOKIE = `a=b; ${sessionCookie('open sesame', false)}`;

let api: Server;
const seen: { request: IncomingMessage; body: string }[] = [];

beforeAll(async () => {
  api = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    seen.push({ request, body });
    response
      .writeHead(206, {
        'content-type': 'image/png',
        etag: '"a"',
        'retry-after': '7',
        'set-cookie': 'secret=1',
      })
      .end('bytes');
  });
  await new Promise<void>((listening) => api.listen(0, '127.0.0.1', listening));
  process.env.KSHOT_API_URL = `http://127.0.0.1:${(api.address() as AddressInfo).port}/`;
});

afterAll(() => api.close());

const ask = (path: string, init: RequestInit = {}) =>
  forward(
    new Request(`http://127.0.0.1:4401${path}`, {
      ...init,
      headers: { host: HOST, cookie: COOKIE, ...init.headers },
    }),
  );

test('path, query and body go to the API, with the token of the cookie; its status and chosen headers come back', async () => {
  const answer = await ask('/uploads/7?key=a%2Fb', { method: 'PUT', body: 'a,b\n1,2\n' });
  const last = seen.at(-1);
  expect(last?.request.method).toBe('PUT');
  expect(last?.request.url).toBe('/uploads/7?key=a%2Fb');
  expect(last?.request.headers.authorization).toBe('Bearer open sesame');
  expect(last?.body).toBe('a,b\n1,2\n');
  expect(answer.status).toBe(206);
  expect(answer.headers.get('etag')).toBe('"a"');
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(await answer.text()).toBe('bytes');
});

test('a client is told when to try again', async () => {
  expect((await ask('/graphql')).headers.get('retry-after')).toBe('7');
});

test('a body that is compressed is said to be so', async () => {
  const headers = { 'content-encoding': 'gzip' };
  await ask('/graphql', { method: 'POST', body: new Uint8Array([31, 139]), headers });
  expect(seen.at(-1)?.request.headers['content-encoding']).toBe('gzip');
});

test.each([
  ['a page of another site', 403, { origin: 'http://evil.test' }],
  ['a name that is not ours', 403, { host: 'evil.test', origin: 'http://evil.test' }],
  [
    'a page of another site behind a proxy',
    403,
    { origin: 'http://evil.test', 'x-forwarded-host': 'kshot.test' },
  ],
])('%s is refused before the API hears of it', async (_, status, headers) => {
  const calls = seen.length;
  const answer = await ask('/graphql', { method: 'POST', body: '{}', headers });
  expect(answer.status).toBe(status);
  expect(seen.length).toBe(calls);
});

test('a program that shows a key asks with it', async () => {
  await ask('/graphql', {
    method: 'POST',
    body: '{}',
    headers: { cookie: '', authorization: 'Bearer a key' },
  });
  expect(seen.at(-1)?.request.headers.authorization).toBe('Bearer a key');
});

test('a browser that has not signed in asks as nobody', async () => {
  await ask('/graphql', { method: 'POST', body: '{}', headers: { cookie: '' } });
  expect(seen.at(-1)?.request.headers.authorization).toBeUndefined();
});

test('the dashboard may call itself', async () => {
  const headers = { origin: `http://${HOST}` };
  expect((await ask('/graphql', { method: 'POST', body: '{}', headers })).status).toBe(206);
});

test('a page behind a proxy that forwards its host may call', async () => {
  const headers = { origin: 'https://kshot.test', 'x-forwarded-host': 'kshot.test, inner.test' };
  expect((await ask('/graphql', { method: 'POST', body: '{}', headers })).status).toBe(206);
});

test('an API that is away is named', async () => {
  const before = process.env.KSHOT_API_URL;
  process.env.KSHOT_API_URL = 'http://127.0.0.1:1';
  const answer = await ask('/graphql', { method: 'POST', body: '{}' });
  process.env.KSHOT_API_URL = before;
  expect(answer.status).toBe(502);
  expect((await answer.json()).errors[0].extensions.code).toBe('API_UNREACHABLE');
});

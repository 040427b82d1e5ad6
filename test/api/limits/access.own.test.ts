import http from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { asker, refusal } from '../../harness/ask.js';
import { type Kshot, started, startKshot } from '../../harness/kshot.js';

const TOKEN = 'a secret of this test';
const SOCKET = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-version': '13',
};

let kshot: Kshot;
beforeAll(async () => {
  kshot = await startKshot({ KSHOT_TOKEN: TOKEN });
});
afterAll(() => kshot.stop());

test('with a token set, nobody comes in without it', async () => {
  const response = await fetch(`${kshot.api}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{server{version}}"}',
  });
  expect(response.status).toBe(401);
  expect((await fetch(`${kshot.api}/files/models/x.zip`)).status).toBe(401);
  expect((await fetch(`${kshot.api}/metrics`)).status).toBe(401);
  expect((await fetch(`${kshot.api}/v1/models/x:predict`, { method: 'POST' })).status).toBe(401);
  await expect(asker(kshot.api, TOKEN)('{ server { version } }')).resolves.toBeTruthy();
});

test('a page of another origin gets no WebSocket and no answer that its browser would show', async () => {
  const code = await new Promise((resolve) => {
    const socket = new WebSocket(`${kshot.api.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      origin: 'https://elsewhere.example',
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
    socket.on('open', () => resolve('open'));
    socket.on('error', () => undefined);
  });
  expect(code).toBe(403);
  const answer = await fetch(`${kshot.api}/healthz`, { headers: { origin: 'https://elsewhere.example' } });
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test.each([
  ['an unknown address', '/nothing', {}, 404, 'NOT_FOUND'],
  ['an address that is not a URL', 'http://[::1/graphql', {}, 404, 'NOT_FOUND'],
  ['an address that does not decode', '/files/%zz', {}, 400, 'BAD_INPUT'],
  ['a socket elsewhere', '/nothing', SOCKET, 404, 'NOT_FOUND'],
  ['a socket from a foreign page', '/graphql', { ...SOCKET, origin: 'http://evil.test' }, 403, 'FORBIDDEN'],
  [
    'a socket of an unknown version',
    '/graphql',
    { ...SOCKET, 'sec-websocket-version': '99' },
    400,
    'BAD_INPUT',
  ],
])('%s is answered in JSON', async (_, path, headers, status, code) => {
  const authorization = `Bearer ${TOKEN}`;
  const answer = await new Promise<http.IncomingMessage>((resolve) =>
    http.get(kshot.api, { path, headers: { authorization, ...headers } }, resolve),
  );
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(answer.statusCode).toBe(status);
  expect(String((await answer.toArray())[0])).toContain(`"code":"${code}"`);
});

test('the API refuses to listen beyond this machine without a token', async () => {
  const environment = { ...kshot.environment, KSHOT_TOKEN: '', KSHOT_HOST: '0.0.0.0' };
  await expect(started('apps/api/bundle/main.js', 'GraphQL at', environment)).rejects.toThrow(
    /set KSHOT_TOKEN/,
  );
});

test('a taken port is named', async () => {
  await expect(started('apps/api/bundle/main.js', 'GraphQL at', kshot.environment)).rejects.toThrow(
    /port \d+ is taken: set KSHOT_API_PORT/,
  );
});

test('unknown ids are null, and unknown fields are refused with a code', async () => {
  expect(await kshot.ask('{ node(id: "nothing") { id } run(id: "nothing") { id } }')).toEqual({
    node: null,
    run: null,
  });
  const { code, message } = await refusal(kshot.ask('{ nothing }'));
  expect(code).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(message).toMatch(/Look it up in the schema/);
  const long = await refusal(kshot.ask('{ runs(first: 1000000) { nodes { id } } }'));
  expect(long.message).toMatch(/`first` is 1000000; a page has at most 100 items/);
});

import http from 'node:http';
import { serverAudits } from 'graphql-http';
import { createClient, MessageType } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { type Kshot, startKshot } from '../../harness/kshot.js';
import { openSocket } from '../../harness/open-socket.js';

const TOKEN = 'a secret of this test';
let open: Kshot;
let closed: Kshot;
beforeAll(async () => {
  [open, closed] = await Promise.all([startKshot(), startKshot({ KSHOT_TOKEN: TOKEN })]);
});
afterAll(() => Promise.all([open.stop(), closed.stop()]));

/** One million values. */
const DEAR =
  '{ dataSets(first:100){nodes{latest{examples(first:100){nodes{class{examples(first:100){id}}}}}}} }';

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${open.api}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
const codeIn = async (response: Response): Promise<string> =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code;

test('the audit of GraphQL over HTTP finds neither errors nor warnings', async () => {
  const results = await Promise.all(serverAudits({ url: `${open.api}/graphql` }).map(({ fn }) => fn()));
  const problems = results.filter(({ status }) => status === 'error' || status === 'warn');
  expect(problems.map((result) => `${result.id} ${result.name}`)).toEqual([]);
});

test('a subscription over HTTP is sent to the WebSocket', async () => {
  const response = await post(JSON.stringify({ query: 'subscription { runChanged(id: "x") { id } }' }));
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string } }[];
  };
  expect(errors[0]).toMatchObject({
    message: expect.stringContaining('WebSocket'),
    extensions: { code: 'BAD_INPUT' },
  });
});

test.each([
  ['a query that is too dear', { query: DEAR }],
  ['a document that is too long', { query: `{ server { version } } #${'x'.repeat(100_000)}` }],
  ['100 directives', { query: `{ server ${'@skip(if: false)'.repeat(100)} { version } }` }],
  ['six introspections', { query: `{ ${'a b c d e f'.replace(/\w/g, '$&: __schema { description }')} }` }],
  [
    'a variable that does not coerce',
    { query: 'query ($f: RunFilter) { runs(filter: $f) { totalCount } }', variables: { f: { search: [1] } } },
  ],
  ['a NUL', { query: '{ runs(filter: { search: "a\\u0000" }) { totalCount } }' }],
  ['variables nested 100 deep', { query: '{ server { version } }', variables: { a: nested(100) } }],
])('%s is BAD_INPUT', async (_, body) => {
  const response = await post(JSON.stringify(body));
  expect(response.status).toBeLessThan(500);
  expect(await codeIn(response)).toBe('BAD_INPUT');
});

function nested(levels: number): unknown {
  return levels === 0 ? 1 : [nested(levels - 1)];
}

test.each([
  ['broken JSON', () => post('{'), 400, 'BAD_INPUT'],
  [
    'an unknown charset',
    () => post('{}', { 'content-type': 'application/json; charset=evil' }),
    415,
    'BAD_INPUT',
  ],
  ['a body of 41 MB', () => post(`"${'x'.repeat(41 * 1024 ** 2)}"`), 413, 'DATA_TOO_LARGE'],
])('%s is answered in JSON', async (_, ask, status, code) => {
  const response = await ask();
  expect(response.status).toBe(status);
  expect(await codeIn(response)).toBe(code);
});

test('an unknown address is answered in JSON', async () => {
  const response = await fetch(`${open.api}/nothing`);
  expect(response.status).toBe(404);
  expect(((await response.json()) as { error: { code: string } }).error.code).toBe('NOT_FOUND');
});

test.each(['healthz', 'readyz'])('a probe of /%s needs no key and no known Host', async (probe) => {
  const status = await new Promise((resolve) =>
    http.get(`${open.api}/${probe}`, { headers: { host: '10.1.2.3:4400' } }, (answer) =>
      resolve(answer.statusCode),
    ),
  );
  expect(status).toBe(200);
});

test('files and answers carry nosniff and cannot be framed', async () => {
  const { headers } = await fetch(`${open.api}/healthz`);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});

test('answers of GraphQL are kept by nobody on the way', async () => {
  const { headers } = await post('{"query":"{ server { version } }"}');
  expect(headers.get('cache-control')).toBe('no-store');
});

test('a mutation from the page of another origin is refused', async () => {
  expect((await post('{"query":"{ server { version } }"}', { origin: 'http://evil.test' })).status).toBe(403);
});

test('a socket has the same limits as HTTP, and an error ends that operation alone', async () => {
  const socket = await openSocket(open.api);
  socket.send({
    type: MessageType.Subscribe,
    id: 'good',
    payload: { query: 'subscription { runChanged { id } }' },
  });
  socket.send({ type: MessageType.Subscribe, id: 'dear', payload: { query: DEAR } });
  expect(await socket.next()).toMatchObject({
    id: 'dear',
    type: 'error',
    payload: [{ extensions: { code: 'BAD_INPUT' } }],
  });
  socket.send({ type: MessageType.Subscribe, id: 'broken', payload: { query: '{ server {' } });
  expect(await socket.next()).toMatchObject({
    id: 'broken',
    type: 'error',
    payload: [{ message: expect.stringContaining('Correct'), extensions: { code: 'GRAPHQL_PARSE_FAILED' } }],
  });
  socket.send({ type: MessageType.Subscribe, id: 'fine', payload: { query: '{ server { version } }' } });
  expect(await socket.next()).toMatchObject({ id: 'fine', type: 'next' });
  socket.close();
});

test('a message of 1.2 MB is answered, and the socket stays', async () => {
  const socket = await openSocket(open.api);
  const query = `{ server { version } } #${'x'.repeat(1_200_000)}`;
  socket.send({ type: MessageType.Subscribe, id: 'long', payload: { query } });
  expect(await socket.next()).toMatchObject({ id: 'long', type: 'error' });
  socket.send({ type: MessageType.Subscribe, id: 'fine', payload: { query: '{ server { version } }' } });
  expect(await socket.next()).toMatchObject({ id: 'fine', type: 'next' });
  socket.close();
});

test('a query by GET is refused, whatever its headers', async () => {
  const url = `${open.api}/graphql?query=${encodeURIComponent('{ server { version } }')}`;
  expect((await fetch(url, { headers: { 'content-type': 'application/json' } })).status).toBe(405);
});

test('a socket takes a hundred operations and refuses the next one', async () => {
  const socket = await openSocket(open.api);
  const payload = { query: 'subscription { runChanged { id } }' };
  for (let i = 0; i <= 100; i++) socket.send({ type: MessageType.Subscribe, id: `s${i}`, payload });
  let answer = await socket.next();
  while ((answer as { type?: string }).type === 'next') answer = await socket.next(); // of what goes on meanwhile
  expect(answer).toMatchObject({ id: 's100', type: 'error' });
  socket.close();
});

test.each([
  ['token', { token: TOKEN }],
  ['Authorization', { Authorization: `Bearer ${TOKEN}` }],
  ['authorization among headers', { headers: { authorization: `Bearer ${TOKEN}` } }],
  ['authToken', { authToken: TOKEN }],
])('a socket takes the access token as %s of connectionParams', async (_, connectionParams) => {
  await expect(version(closed.api, connectionParams)).resolves.toBeTruthy();
});

test('a socket takes the access token in the header of its upgrade request', async () => {
  const socket = await openSocket(closed.api, {}, { authorization: `Bearer ${TOKEN}` });
  socket.send({ type: MessageType.Subscribe, id: '1', payload: { query: '{ server { version } }' } });
  expect(await socket.next()).toMatchObject({ type: 'next' });
  socket.close();
});

test.each([{}, { token: 'wrong' }, { token: 7 }, { headers: null }])(
  'a socket with %j instead of the token is closed',
  async (connectionParams) => {
    await expect(version(closed.api, connectionParams)).rejects.toMatchObject({ code: 4403 });
  },
);

async function version(api: string, connectionParams: Record<string, unknown>): Promise<unknown> {
  const client = createClient({
    url: `${api.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams,
  });
  try {
    for await (const { data } of client.iterate({ query: '{ server { version } }' })) return data;
    return undefined;
  } finally {
    await client.dispose();
  }
}

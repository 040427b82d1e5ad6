import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { imported } from '../harness/data-sets.js';
import { type Kshot, startKshot } from '../harness/kshot.js';
import { subscribed } from '../harness/subscribe.js';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly attributes: { key: string; value: { stringValue?: string } }[];
}

const bodies: string[] = [];
let collector: Server;
let kshot: Kshot;
beforeAll(async () => {
  collector = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    bodies.push(body);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening));
  kshot = await startKshot({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
  });
});
afterAll(async () => {
  await kshot?.stop();
  collector?.close();
});

const spans = (): Span[] =>
  bodies
    .flatMap((body) => JSON.parse(body).resourceSpans as { scopeSpans: { spans: Span[] }[] }[])
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));

async function spanOf(name: string): Promise<Span> {
  await expect.poll(() => spans().map((span) => span.name)).toContain(name);
  return spans().find((span) => span.name === name)!;
}

test('a span named after the operation arrives', async () => {
  await kshot.ask('query WhichServer { server { version } }');
  expect((await spanOf('query WhichServer')).traceId).toMatch(/^[0-9a-f]{32}$/);
});

test('an operation over a socket is a span, too', async () => {
  for await (const _ of subscribed(kshot.api, 'query OverSocket { server { version } }', {}));
  expect((await spanOf('query OverSocket')).traceId).toMatch(/^[0-9a-f]{32}$/);
});

test('a span belongs to the trace of the caller', async () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  await fetch(`${kshot.api}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      traceparent: `00-${traceId}-b7ad6b7169203331-01`,
    },
    body: JSON.stringify({ query: 'query TracedFromOutside { server { version } }' }),
  });
  expect((await spanOf('query TracedFromOutside')).traceId).toBe(traceId);
});

test('a task is a span that says how it ended', async () => {
  await imported(kshot, 'secret.csv', 'word,colour\nhidden,red\nhidden,blue\n', { name: 'A secret name' });
  const { attributes } = await spanOf('task import');
  expect(attributes.find(({ key }) => key === 'outcome')?.value.stringValue).toBe('DONE');
});

test('nothing of what people typed is in a span', async () => {
  await spanOf('task import');
  expect(bodies.join()).not.toMatch(/secret|hidden/);
});

// The subscribers of the bench, in a process of their own, each on a socket of its own or on one that they share.
import WebSocket from 'ws';
import { retryWait } from '../../apps/dashboard/src/graphql/retry-wait.js';
import type { Answer, Order } from './messages.js';

const QUERY = `subscription ($id: ID!, $after: Int!) { runMetrics(runId: $id, after: $after) { lastStep done series { name steps values } } }`;
const heard: (readonly [key: string, at: number])[] = [];

interface Subscriber {
  readonly id: string;
  last: number;
}
let wrong = 0;
let everybody: Subscriber[] = [];
let uncounted: Set<Subscriber> | undefined;

const send = (answer: Answer) => process.send?.(answer);

process.on('message', async (order: Order) => {
  if (order.kind === 'report') return report(order.committed);
  if (order.kind === 'count') {
    uncounted = new Set(everybody);
    return;
  }
  const { api, ids, subscribers, sockets, paused } = order;
  everybody = Array.from({ length: subscribers }, (_, i) => ({ id: ids[i % ids.length] as string, last: 0 }));
  for (let i = 0; i < sockets; i += 50)
    await Promise.all(
      Array.from({ length: Math.min(50, sockets - i) }, (_, k) =>
        connect(
          api,
          everybody.filter((_one, n) => n % sockets === i + k),
        ),
      ),
    );
  await Promise.all(
    Array.from({ length: paused }, async (_, i) => {
      const one = { id: ids[i % ids.length] as string, last: 0 };
      (await connect(api, [one])).pause();
    }),
  );
  send({ kind: 'ready' });
});

interface Message {
  readonly type: string;
  readonly id: string;
  readonly payload?: { readonly data: { readonly runMetrics: { readonly series: { steps: number[] }[] } } };
}

/** A socket of some subscribers, made again when it is lost. Resolves with it when each has an answer. */
function connect(api: string, own: readonly Subscriber[], retries = 0): Promise<WebSocket> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${api.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const silent = new Set(own);
    let tried = retries;
    socket.on('error', () => undefined); // 'close' follows
    socket.on('close', () => setTimeout(connect, retryWait(tried, Math.random()), api, own, tried + 1));
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as Message;
      if (message.type === 'connection_ack') {
        tried = 0;
        own.forEach(({ id, last }, i) => {
          const payload = { query: QUERY, variables: { id, after: last } };
          socket.send(JSON.stringify({ id: String(i), type: 'subscribe', payload }));
        });
      }
      if (message.type === 'ping') socket.send('{"type":"pong"}');
      if (message.type !== 'next') return;
      const one = own[Number(message.id)] as Subscriber;
      hear(one, message.payload?.data.runMetrics.series[0]?.steps ?? []);
      silent.delete(one);
      if (silent.size === 0) resolve(socket);
    });
  });
}

function hear(one: Subscriber, steps: readonly number[]): void {
  const now = Date.now();
  for (const step of steps) {
    if (step !== one.last + 1) wrong++;
    one.last = step;
    heard.push([`${one.id} ${step}`, now]);
  }
  if (uncounted?.delete(one) && uncounted.size === 0) send({ kind: 'all' });
}

function report(committed: Readonly<Record<string, number>>): void {
  const delays = heard.map(([key, at]) => at - (committed[key] ?? Number.NaN)).sort((a, b) => a - b);
  const share = (p: number) => delays[Math.min(delays.length - 1, Math.floor(p * delays.length))] ?? 0;
  const [p50, p95, p99] = [share(0.5), share(0.95), share(0.99)];
  send({ kind: 'report', p50, p95, p99, received: delays.length, wrong });
}

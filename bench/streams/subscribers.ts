// The subscribers of the bench, in a process of their own: a socket each.
import WebSocket from 'ws';
import type { Answer, Order } from './messages.js';

const QUERY = `subscription ($id: ID!) { runMetrics(runId: $id, after: 0) { lastStep done series { name steps values } } }`;
const heard: (readonly [key: string, at: number])[] = [];
let wrong = 0;

const send = (answer: Answer) => process.send?.(answer);

process.on('message', async (order: Order) => {
  if (order.kind === 'report') return report(order.committed);
  const { api, ids, subscribers } = order;
  for (let i = 0; i < subscribers; i += 50)
    await Promise.all(
      Array.from({ length: Math.min(50, subscribers - i) }, (_, k) =>
        subscribe(api, ids[(i + k) % ids.length] as string),
      ),
    );
  send({ kind: 'ready' });
});

interface Message {
  readonly type: string;
  readonly payload?: { readonly data: { readonly runMetrics: { readonly series: { steps: number[] }[] } } };
}

/** Resolves with the first answer. */
function subscribe(api: string, id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${api.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    let last = 0;
    socket.on('error', reject);
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as Message;
      if (message.type === 'connection_ack')
        socket.send(
          JSON.stringify({ id: '1', type: 'subscribe', payload: { query: QUERY, variables: { id } } }),
        );
      if (message.type === 'ping') socket.send('{"type":"pong"}');
      if (message.type !== 'next') return;
      const now = Date.now();
      for (const step of message.payload?.data.runMetrics.series[0]?.steps ?? []) {
        if (step !== last + 1) wrong++;
        last = step;
        heard.push([`${id} ${step}`, now]);
      }
      resolve();
    });
  });
}

function report(committed: Readonly<Record<string, number>>): void {
  const delays = heard.map(([key, at]) => at - (committed[key] ?? Number.NaN)).sort((a, b) => a - b);
  const share = (p: number) => delays[Math.min(delays.length - 1, Math.floor(p * delays.length))] ?? 0;
  const [p50, p95, p99] = [share(0.5), share(0.95), share(0.99)];
  send({ kind: 'report', p50, p95, p99, received: delays.length, wrong });
}

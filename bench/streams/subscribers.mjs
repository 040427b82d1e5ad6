// The subscribers of the bench, in a process of their own: a socket each.
import WebSocket from 'ws';

const QUERY = `subscription ($id: ID!) { runMetrics(runId: $id, after: 0) { lastStep done series { name steps values } } }`;
const heard = [];
let wrong = 0;

process.on('message', async ({ kind, api, ids, subscribers, committed }) => {
  if (kind === 'report') return report(committed);
  for (let i = 0; i < subscribers; i += 50)
    await Promise.all(
      Array.from({ length: Math.min(50, subscribers - i) }, (_, k) =>
        subscribe(api, ids[(i + k) % ids.length]),
      ),
    );
  process.send({ kind: 'ready' });
});

/** Resolves with the first answer. */
function subscribe(api, id) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${api.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    let last = 0;
    socket.on('error', reject);
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (message.type === 'connection_ack')
        socket.send(
          JSON.stringify({ id: '1', type: 'subscribe', payload: { query: QUERY, variables: { id } } }),
        );
      if (message.type === 'ping') socket.send('{"type":"pong"}');
      if (message.type !== 'next') return;
      const now = Date.now();
      const steps = message.payload.data.runMetrics.series[0]?.steps ?? [];
      for (const step of steps) {
        if (step !== last + 1) wrong++;
        last = step;
        heard.push([`${id} ${step}`, now]);
      }
      resolve();
    });
  });
}

function report(committed) {
  const delays = heard.map(([key, at]) => at - committed[key]).sort((a, b) => a - b);
  const share = (p) => delays[Math.min(delays.length - 1, Math.floor(p * delays.length))];
  process.send({
    kind: 'report',
    p50: share(0.5),
    p95: share(0.95),
    p99: share(0.99),
    received: delays.length,
    wrong,
  });
}

import { setTimeout as delay } from 'node:timers/promises';
import { claimTask, type HeldTask, insertMetrics, openStore, type Store } from '@kshot/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { ended, type OwnKshot, startKshot } from '../../harness/kshot.js';
import { newRuns } from '../../harness/new-runs.js';
import { openSocket } from '../../harness/open-socket.js';
import { type Batch, METRICS } from '../../harness/subscribe.js';

let kshot: OwnKshot;
let store: Store;
beforeAll(async () => {
  kshot = await startKshot();
  await ended(kshot.worker); // the test records what a run records
  store = await openStore({ url: kshot.environment.DATABASE_URL as string, blobDir: `${kshot.home}/blobs` });
  await newRuns(store, 3);
});
afterAll(async () => {
  await store.close();
  await kshot.stop();
});

const heldRun = async () => (await claimTask(store.pool, ['run'], 'test')) as HeldTask;

interface Next {
  readonly type: string;
  readonly payload: { readonly data: { readonly runMetrics: Batch } };
}

const subscribe = (runId: string, id: string) => ({
  type: 'subscribe',
  id,
  payload: { query: METRICS, variables: { runId, after: 0 } },
});

test('subscribers of one run get the same batches, each under the name of its own operation', async () => {
  const held = await heldRun();
  const sockets = await Promise.all([openSocket(kshot.api), openSocket(kshot.api)]);
  for (const [i, socket] of sockets.entries()) {
    socket.send(subscribe(held.subject, `"${i}`));
    await socket.next();
  }
  await insertMetrics(store.pool, held, { loss: { steps: [1, 2], values: [0.5, 0.25] } });
  const payload = {
    data: {
      runMetrics: {
        lastStep: 2,
        done: false,
        series: [{ name: 'loss', steps: [1, 2], values: [0.5, 0.25] }],
      },
    },
  };
  for (const [i, socket] of sockets.entries()) {
    expect(await socket.next()).toEqual({ id: `"${i}`, type: 'next', payload });
    socket.close();
  }
});

test('a client that does not read misses nothing, and gets fewer and longer batches than one that reads', async () => {
  const held = await heldRun();
  const [reading, paused] = await Promise.all([listened(held.subject), listened(held.subject)]);
  paused.socket.pause();
  const BATCHES = 30;
  const STEPS = 2000;
  const names = Array.from({ length: 10 }, (_, i) => `metric ${i}`);
  for (let batch = 0; batch < BATCHES; batch++) {
    const steps = Array.from({ length: STEPS }, (_, i) => batch * STEPS + i + 1);
    const columns = names.map((name) => [name, { steps, values: steps.map((step) => 1 / step) }]);
    await insertMetrics(store.pool, held, Object.fromEntries(columns));
    await reading.until(batch * STEPS + STEPS);
  }
  paused.socket.resume();
  await paused.until(BATCHES * STEPS);
  expect(paused.steps).toEqual(Array.from({ length: BATCHES * STEPS }, (_, i) => i + 1));
  expect(paused.messages()).toBeLessThan(reading.messages());
  for (const { socket } of [reading, paused]) socket.close();
});

test('a long history comes in pieces, each step once', async () => {
  const held = await heldRun();
  const STEPS = 150_000;
  const steps = Array.from({ length: STEPS }, (_, i) => i + 1);
  for (let from = 0; from < STEPS; from += 10_000) {
    const some = steps.slice(from, from + 10_000);
    await insertMetrics(store.pool, held, { loss: { steps: some, values: some.map((step) => 1 / step) } });
  }
  const late = await listened(held.subject);
  await late.until(STEPS);
  expect(late.steps).toEqual(steps);
  expect(late.messages()).toBeGreaterThanOrEqual(3);
  late.socket.close();
});

/** A socket that listens to a run and writes down the steps that it gets. */
async function listened(runId: string) {
  const socket = new WebSocket(`${kshot.api.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const steps: number[] = [];
  let messages = 0;
  socket.on('open', () => socket.send('{"type":"connection_init"}'));
  socket.on('message', (data) => {
    const { type, payload } = JSON.parse(String(data)) as Next;
    if (type === 'connection_ack') socket.send(JSON.stringify(subscribe(runId, '1')));
    if (type !== 'next') return;
    messages++;
    for (const step of payload.data.runMetrics.series[0]?.steps ?? []) steps.push(step);
  });
  const until = async (step: number) => {
    while (steps.at(-1) !== step) await delay(5);
  };
  while (messages === 0) await delay(5);
  return { socket, steps, messages: () => messages, until };
}

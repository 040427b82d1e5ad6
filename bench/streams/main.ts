// npm run bench -- streams [--subscribers 100,1000,3000] [--runs 50] [--sockets N] [--seconds 10] [--at-once yes] [--paused 0] [--steps 1] [--json]: from an epoch's commit
// to its being parsed by subscribers, which share this machine's cores. With one run all are on the same, `--at-once yes` has
// all runs commit at the same instant, and `--sockets` shares sockets among subscribers; without it each has its own. `--paused` more
// do not read, and `--steps` come with each epoch. At the end
// the API is killed and started again, and it is measured when everybody is back.
import { fork } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type HeldTask, insertMetrics, openStore, type Store } from '@kshot/store';
import { load } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';
import { type Kshot, startKshot } from '../home/kshot.js';
import { newRuns } from '../home/new-runs.js';
import { processorSeconds } from '../home/processor-seconds.js';
import { residentBytes } from '../home/resident-bytes.js';
import type { Answer, Order, Report } from './messages.js';

const options = benchOptions([], {
  own: {
    subscribers: '100,1000,3000',
    runs: '50',
    seconds: '10',
    sockets: '',
    'at-once': 'no',
    paused: '0',
    steps: '1',
  },
});
const runs = Number(options.value('runs'));
const seconds = Number(options.value('seconds'));
const paused = Number(options.value('paused'));
const steps = Number(options.value('steps'));

for (const subscribers of options.value('subscribers').split(',').map(Number)) {
  const kshot = await startKshot({ worker: false });
  const store = await openStore({ url: kshot.databaseUrl, blobDir: `${kshot.home}/blobs` });
  try {
    await measure(kshot, store, subscribers);
  } finally {
    await store.close();
    await kshot.stop();
  }
}

async function measure(kshot: Kshot, store: Store, subscribers: number): Promise<void> {
  const held = await newRuns(store, runs);
  const clients = fork(fileURLToPath(new URL('./subscribers.ts', import.meta.url)));
  const said = <K extends Answer['kind']>(kind: K) =>
    new Promise<Extract<Answer, { kind: K }>>((resolve) =>
      clients.on('message', (message: Answer) => {
        if (message.kind === kind) resolve(message as Extract<Answer, { kind: K }>);
      }),
    );
  const order = (what: Order) => clients.send(what);
  const before = residentBytes(kshot.apiPid);
  const sockets = Number(options.value('sockets') || subscribers);
  const ids = held.map(({ subject }) => subject);
  order({ kind: 'subscribe', api: kshot.api, ids, subscribers, sockets, paused });
  await said('ready');
  await delay(1000);
  const committed: Record<string, number> = {};
  const worked = processorSeconds(kshot.apiPid);
  await Promise.all(held.map((one, i) => epochs(store, one, i, committed)));
  await delay(2000);
  const after = residentBytes(kshot.apiPid);
  const cores = (processorSeconds(kshot.apiPid) - worked) / seconds;
  const answered = said('report');
  order({ kind: 'report', committed });
  const report = await answered;
  order({ kind: 'count' });
  const all = said('all');
  await kshot.replaceApi();
  const started = performance.now();
  await all;
  const back = (performance.now() - started) / 1000;
  show(subscribers, report, { after, before, cores, back });
  clients.kill();
}

/** Commits the metrics of an epoch each second, runs a little after one another. */
async function epochs(
  store: Store,
  one: HeldTask,
  i: number,
  committed: Record<string, number>,
): Promise<void> {
  if (options.value('at-once') !== 'yes') await delay((1000 * i) / runs);
  const begun = performance.now();
  for (let epoch = 1; epoch <= seconds; epoch++) {
    const names = ['loss', 'accuracy', 'validationLoss', 'validationAccuracy', 'learningRate'];
    const now = Array.from({ length: steps }, (_, k) => (epoch - 1) * steps + k + 1);
    const values = names.map((name) => [name, { steps: now, values: now.map(Math.random) }]);
    await insertMetrics(store.pool, one, Object.fromEntries(values));
    for (const step of now) committed[`${one.subject} ${step}`] = Date.now();
    await delay(Math.max(0, 1000 * epoch - (performance.now() - begun)));
  }
}

interface Api {
  /** Bytes of memory before the subscribers came and after the epochs. */
  readonly before: number;
  readonly after: number;
  readonly cores: number;
  /** Seconds from its start until everybody has an answer again. */
  readonly back: number;
}

function show(subscribers: number, report: Report, { before, after, cores, back }: Api): void {
  const { p50, p95, p99, received, wrong } = report;
  const line = { subscribers, runs, unit: 'ms', p50, p95, p99, received, wrong, load: load() };
  if (options.json)
    console.log(JSON.stringify({ ...line, apiMegabytes: after / 1e6, apiCores: cores, back }));
  else
    console.log(
      `${subscribers} subscribers${paused > 0 ? `, ${paused} that do not read,` : ''} on ${runs} runs: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms; ${received} of ${subscribers * seconds * steps} steps, ${wrong} out of order; API ${cores.toFixed(2)} cores, ${(after / 1e6).toFixed(0)} MB, ${((after - before) / 1e3 / subscribers).toFixed(0)} kB a subscriber; all back ${back.toFixed(1)} s after a restart; load ${line.load.toFixed(1)}`,
    );
}

// npm run bench -- streams [--subscribers 100,1000,3000] [--runs 50] [--seconds 10]: from an epoch's commit to its being parsed
// by subscribers, which share this machine's cores. `--same` has all on one run, `--at-once` all runs at the same instant.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { insertMetrics, openStore } from '@kshot/store';
import { startKshot } from '../kshot.mjs';
import { newRuns } from '../new-runs.mjs';

const { values: options } = parseArgs({
  options: {
    subscribers: { type: 'string', default: '100,1000,3000' },
    runs: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '10' },
    same: { type: 'boolean', default: false },
    'at-once': { type: 'boolean', default: false },
  },
});
const runs = options.same ? 1 : Number(options.runs);
const seconds = Number(options.seconds);

for (const subscribers of options.subscribers.split(',').map(Number)) {
  const kshot = await startKshot({ worker: false });
  const store = await openStore({ url: kshot.databaseUrl, blobDir: `${kshot.home}/blobs` });
  try {
    await measure(kshot, store, subscribers);
  } finally {
    await store.close();
    await kshot.stop();
  }
}

async function measure(kshot, store, subscribers) {
  const held = await newRuns(store, runs);
  const clients = fork(fileURLToPath(new URL('./subscribers.mjs', import.meta.url)));
  const said = (kind) =>
    new Promise((resolve) => clients.on('message', (message) => message.kind === kind && resolve(message)));
  const before = residentBytes(kshot.apiPid);
  clients.send({ api: kshot.api, ids: held.map(({ subject }) => subject), subscribers });
  await said('ready');
  await delay(1000);
  const committed = {};
  const epochs = async (one, i) => {
    if (!options['at-once']) await delay((1000 * i) / runs);
    const begun = performance.now();
    for (let epoch = 1; epoch <= seconds; epoch++) {
      const values = Object.fromEntries(
        ['loss', 'accuracy', 'validationLoss', 'validationAccuracy', 'learningRate'].map((name) => [
          name,
          { steps: [epoch], values: [Math.random()] },
        ]),
      );
      await insertMetrics(store.pool, one, values);
      committed[`${one.subject} ${epoch}`] = Date.now();
      await delay(Math.max(0, 1000 * epoch - (performance.now() - begun)));
    }
  };
  await Promise.all(held.map(epochs));
  await delay(2000);
  const after = residentBytes(kshot.apiPid);
  clients.send({ kind: 'report', committed });
  const { p50, p95, p99, received, wrong } = await said('report');
  clients.kill();
  console.log(
    `${subscribers} subscribers on ${runs} runs: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms; ${received} of ${subscribers * seconds} epochs, ${wrong} out of order; API ${(after / 1e6).toFixed(0)} MB, ${((after - before) / 1e3 / subscribers).toFixed(0)} kB a subscriber; load ${loadavg()[0].toFixed(1)}`,
  );
}

function residentBytes(pid) {
  return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
}

// npm run bench -- tasks [--rounds 30] [--json]: how soon a queued task starts on an idle worker, the gap between two tasks of a
// backlog, how long a short import takes after another, and how long it takes until another worker has a task whose worker or process was killed. pg-boss is beside it.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '@kshot/store';
import { benchLine, benchText, load } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';
import { median } from '../frame/samples.js';
import { startKshot } from '../home/kshot.js';
import { measured } from './measured.js';
import { bossQueue, ourQueue } from './queues.js';
import { shortWork } from './short-work.js';
import { takeOver } from './take-over.js';

const options = benchOptions([], { rounds: 30 });
const kshot = await startKshot({ worker: false });
const blobDir = mkdtempSync(path.join(tmpdir(), 'kshot-bench-tasks-'));
const store = await openStore({ url: kshot.databaseUrl, blobDir });
try {
  const before = load();
  const own = await measured(await ourQueue(store, kshot.databaseUrl), options.rounds);
  const theirs = await measured(await bossQueue(kshot.databaseUrl), options.rounds);
  show('pickup by an idle worker', own.pickup, theirs.pickup, before);
  show('gap between two tasks', own.gap, theirs.gap, before);
  await kshot.startWorker();
  const one = median(await shortWork(kshot, options.rounds));
  if (options.json)
    console.log(JSON.stringify({ work: 'short import', unit: 'ms', ours: one, load: load() }));
  else console.log(`an import of 150 rows after another: ${one.toFixed(0)} ms in the median`);
  const { afterProcess, afterWorker } = await takeOver(kshot, store);
  const killed = { 'process killed': afterProcess, 'worker killed': afterWorker };
  for (const [work, ours] of Object.entries(killed))
    if (options.json) console.log(JSON.stringify({ work, unit: 's', ours, load: load() }));
    else console.log(`${work}: the next attempt after ${ours.toFixed(2)} s`);
} finally {
  await store.close();
  await kshot.stop();
}

function show(work: string, own: readonly number[], theirs: readonly number[], before: number): void {
  const at = (samples: readonly number[], share: number) =>
    [...samples].sort((a, b) => a - b)[Math.floor((samples.length - 1) * share)] ?? Number.NaN;
  const [ours, peer] = [{ samples: [...own] }, { samples: [...theirs] }];
  const line = benchLine({ work, unit: 'ms' }, ours, { 'pg-boss': peer }, before);
  const [p95, theirP95] = [at(own, 0.95), at(theirs, 0.95)];
  if (options.json) console.log(JSON.stringify({ ...line, p95, theirP95 }));
  else console.log(`${benchText(line)}; p95 ${p95.toFixed(1)} ms, theirs ${theirP95.toFixed(1)} ms`);
}

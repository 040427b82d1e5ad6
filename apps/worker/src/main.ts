import { hostname } from 'node:os';
import { listen, openQueue, openStore, whenAvailable } from '@kshot/store';
import type { Attempt } from './attempt/spawn-attempt.js';
import { adviceJob } from './jobs/advice-job.js';
import { checkJob } from './jobs/check-job.js';
import { importJob } from './jobs/import-job.js';
import { runJob } from './jobs/run-job.js';
import { shardJob } from './jobs/shard-job.js';
import { sweep } from './jobs/sweep.js';
import { settings } from './settings.js';

const SWEEP_EVERY = 5000; // milliseconds

/** The worker: one run, one import, one shard of an evaluation and one check of labels at a time, each in a child process of its own. */
const store = await openStore({ url: settings.databaseUrl, blobDir: settings.blobDir, connections: 5 });
const listener = await whenAvailable(() => listen(settings.databaseUrl));
const queue = await whenAvailable(() => openQueue(settings.databaseUrl, { supervise: true }));
const name = `${hostname()}:${process.pid}`;
const attempts = new Set<Attempt>();
const track = (attempt: Attempt) => {
  attempts.add(attempt);
  return () => void attempts.delete(attempt);
};

await queue.work('run', ({ id }) => runJob(store, listener, name, id, track));
await queue.work('import', ({ id }) => importJob(store, id, track));
await queue.work('shard', async ({ id }) => {
  const score = (shard: string) => shardJob(store, listener, name, shard, track);
  // Who ends the last shard makes the report, beside the next shard; should this worker be lost, the sweep gives it to another.
  const [report, ...others] = await score(id);
  for (const other of others) await queue.send('shard', other).catch(() => undefined);
  if (report) void score(report).catch((error) => console.error(error));
});
await queue.work('check', ({ id }) => checkJob(store, listener, id, track));
await queue.work('advice', ({ id }) => adviceJob(store, id, track));
const sweeping = setInterval(() => void sweep(store, queue).catch(() => undefined), SWEEP_EVERY);
console.log(`worker ${name} waits for work`);

let stopping = false;
/** Children end at once; their runs go back into the queue and go on from their checkpoints at the next start. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  clearInterval(sweeping);
  const ended = [...attempts].map((attempt) => {
    attempt.kill();
    return attempt.ended.catch(() => false);
  });
  await Promise.race([Promise.all(ended), new Promise((resolve) => setTimeout(resolve, 3000))]);
  await queue.close().catch(() => undefined);
  await listener.close();
  await store.close().catch(() => undefined);
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());

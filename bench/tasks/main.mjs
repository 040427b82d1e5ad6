// npm run bench -- tasks [--rounds 30]: how soon a queued task starts on an idle worker, the gap between two tasks of a backlog,
// and how long it takes until another worker has a task whose worker or process was killed. pg-boss beside it, which delivered
// work before: `ratio` is ours over theirs in time.
import { mkdtempSync, readFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { claimTask, endTask, listen, openStore, queueTasks } from '@kshot/store';
import { PgBoss } from 'pg-boss';
import { v7 } from 'uuid';
import { startKshot } from '../kshot.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '30' } } });
const rounds = Number(values.rounds);
const WORK = 50; // milliseconds that a task takes

const kshot = await startKshot({ worker: false });
const blobDir = mkdtempSync(path.join(tmpdir(), 'kshot-bench-tasks-'));
const store = await openStore({ url: kshot.databaseUrl, blobDir });
try {
  const own = await measured(await ours());
  const theirs = await measured(await boss());
  show('pickup by an idle worker', own.pickup, theirs.pickup);
  show('gap between two tasks', own.gap, theirs.gap);
  await takeOver();
} finally {
  await store.close();
  await kshot.stop();
}
console.log(`load ${loadavg()[0].toFixed(1)}`);

/** A queue with one worker: `send` queues, `started` is called when work begins; resolves when it is over. */
async function measured({ send, begin, close }) {
  const pickup = [];
  const gap = [];
  let sentAt;
  let endedAt;
  let left = 0;
  let over = () => undefined;
  await begin(async () => {
    const now = performance.now();
    if (sentAt !== undefined) pickup.push(now - sentAt);
    if (endedAt !== undefined) gap.push(now - endedAt);
    await delay(WORK);
    endedAt = sentAt === undefined ? performance.now() : undefined;
    if (--left === 0) over();
  });
  const all = (count) => {
    left = count;
    return new Promise((resolve) => {
      over = resolve;
    });
  };
  const backlog = all(rounds);
  for (let i = 0; i < rounds; i++) await send();
  await backlog;
  endedAt = undefined;
  for (let i = 0; i < rounds; i++) {
    await delay(300 + 400 * Math.random());
    const one = all(1);
    sentAt = performance.now();
    await send();
    await one;
  }
  await close();
  return { pickup, gap };
}

async function ours() {
  const listener = await listen(kshot.databaseUrl);
  let wake = () => undefined;
  let open = true;
  const stop = listener.on('task', undefined, () => wake());
  return {
    send: () => queueTasks(store.pool, [{ kind: 'bench', subject: v7(), part: 0 }]),
    begin(work) {
      void (async () => {
        while (open) {
          const held = await claimTask(store.pool, ['bench'], 'bench');
          if (held) {
            await work();
            await endTask(store.pool, held, { status: 'DONE' });
          } else
            await new Promise((resolve) => {
              wake = resolve;
              setTimeout(resolve, 1000);
            });
        }
      })();
    },
    async close() {
      open = false;
      stop();
      wake();
      await listener.close();
    },
  };
}

async function boss() {
  const queue = new PgBoss({ connectionString: kshot.databaseUrl, useListenNotify: true, schedule: false });
  queue.on('error', () => undefined);
  await queue.start();
  await queue.createQueue('bench', { retryLimit: 2, heartbeatSeconds: 10, notify: true });
  // Half a second is the shortest poll that it takes.
  const options = { batchSize: 1, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 0.5 };
  return {
    send: () => queue.send('bench', {}),
    begin: (work) => queue.work('bench', options, work),
    close: () => queue.stop({ graceful: false }),
  };
}

/** A run whose worker, or whose process, is killed: seconds until the next attempt has begun. */
async function takeOver() {
  await kshot.startWorker();
  const worker = kshot.workers().at(-1);
  const content = readFileSync(new URL('../../examples/data/digits8x8.csv', import.meta.url));
  const { createUpload } = await kshot.ask(
    'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { id url } }',
    { input: { fileName: 'digits.csv', bytes: content.length } },
  );
  await fetch(kshot.api + createUpload.url, { method: 'PUT', body: content });
  const { importDataSet } = await kshot.ask(
    'mutation ($input: ImportDataSetInput!) { importDataSet(input: $input) { id } }',
    { input: { uploadId: createUpload.id, name: 'digits' } },
  );
  while (
    (await kshot.ask(`{ it: dataSetVersion(id: "${importDataSet.id}") { status } }`)).it.status !== 'READY'
  )
    await delay(50);
  const { startPretraining } = await kshot.ask(
    'mutation ($input: StartPretrainingInput!) { startPretraining(input: $input) { id } }',
    { input: { versionId: importDataSet.id, options: { epochs: 5000 } } },
  );
  await attemptOf(startPretraining.id, 1);
  await delay(2000);
  const [child] = readFileSync(`/proc/${worker.pid}/task/${worker.pid}/children`, 'utf8').trim().split(' ');
  process.kill(Number(child), 'SIGKILL');
  console.log(`process killed: the next attempt after ${await attemptOf(startPretraining.id, 2)} s`);
  await kshot.startWorker();
  await delay(2000);
  worker.kill('SIGKILL');
  console.log(`worker killed: the next attempt after ${await attemptOf(startPretraining.id, 3)} s`);
  await kshot.ask(`mutation { cancelRun(id: "${startPretraining.id}") { id } }`);
}

async function attemptOf(subject, number) {
  const begun = performance.now();
  for (;;) {
    const { rows } = await store.pool.query(
      `select attempt from task where subject = $1 and status = 'RUNNING'`,
      [subject],
    );
    if (rows[0]?.attempt === number) return ((performance.now() - begun) / 1000).toFixed(2);
    await delay(10);
  }
}

function show(what, own, theirs) {
  const at = (samples, share) => [...samples].sort((a, b) => a - b)[Math.floor((samples.length - 1) * share)];
  const words = (samples) => `p50 ${at(samples, 0.5).toFixed(1)} ms, p95 ${at(samples, 0.95).toFixed(1)} ms`;
  console.log(
    `${what}: ${words(own)}; pg-boss ${words(theirs)}: ratio ${(at(own, 0.95) / at(theirs, 0.95)).toFixed(2)}`,
  );
}

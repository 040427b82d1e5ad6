import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from '@kshot/store';
import type { Kshot } from '../home/kshot.js';
import { imported, startRun } from '../home/requests.js';

/** A run whose process, and then whose worker, is killed: seconds until the next attempt has begun. */
export async function takeOver(kshot: Kshot, store: Store) {
  const worker = kshot.workers().at(-1);
  const content = readFileSync(new URL('../../examples/data/digits8x8.csv', import.meta.url));
  const versionId = await imported(kshot, 'digits8x8.csv', content);
  const id = await startRun(kshot, 'Pretraining', { versionId, options: { epochs: 5000 } });
  await attemptOf(store, id, 1);
  await delay(2000);
  const pid = worker?.pid;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  for (const child of children) process.kill(Number(child), 'SIGKILL'); // one does the task, others wait for one
  const afterProcess = await attemptOf(store, id, 2);
  await kshot.startWorker();
  await delay(2000);
  worker?.kill('SIGKILL');
  const afterWorker = await attemptOf(store, id, 3);
  await kshot.ask(`mutation { cancelRun(id: "${id}") { id } }`);
  return { afterProcess, afterWorker };
}

async function attemptOf(store: Store, subject: string, number: number): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const { rows } = await store.pool.query<{ attempt: number }>(
      `select attempt from task where subject = $1 and status = 'RUNNING'`,
      [subject],
    );
    if (rows[0]?.attempt === number) return (performance.now() - begun) / 1000;
    await delay(10);
  }
}

import { claimTask, endTask, listen, queueTasks, type Store } from '@kshot/store';
import { PgBoss } from 'pg-boss';
import { v7 } from 'uuid';

/** What hands tasks to one worker. */
export interface Queue {
  send(): Promise<unknown>;
  /** Calls `work` for each task. */
  begin(work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export async function ourQueue(store: Store, databaseUrl: string): Promise<Queue> {
  const listener = await listen(databaseUrl);
  let wake: () => void = () => undefined;
  let open = true;
  const stop = listener.on('task', undefined, () => wake());
  return {
    send: () => queueTasks(store.pool, [{ kind: 'bench', subject: v7(), part: 0 }]),
    async begin(work) {
      void (async () => {
        while (open) {
          const held = await claimTask(store.pool, ['bench'], 'bench');
          if (held) {
            await work();
            await endTask(store.pool, held, { status: 'DONE' });
          } else
            await new Promise<void>((resolve) => {
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

/** pg-boss, which delivered work before. */
export async function bossQueue(databaseUrl: string): Promise<Queue> {
  const queue = new PgBoss({ connectionString: databaseUrl, useListenNotify: true, schedule: false });
  queue.on('error', () => undefined);
  await queue.start();
  await queue.createQueue('bench', { retryLimit: 2, heartbeatSeconds: 10, notify: true });
  // Half a second is the shortest poll that it takes.
  const options = { batchSize: 1, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 0.5 };
  return {
    send: () => queue.send('bench', {}),
    async begin(work) {
      await queue.work('bench', options, work);
    },
    close: () => queue.stop({ graceful: false }),
  };
}

import { PgBoss } from 'pg-boss';

/** Kinds of work. A job only names the row that says what is to be done; the row is the truth. */
export const kinds = ['run', 'import', 'shard', 'check', 'advice'] as const;
export type Kind = (typeof kinds)[number];
export interface Job {
  readonly id: string;
}

export interface Queue {
  send(kind: Kind, id: string): Promise<void>;
  /** Takes one job at a time; the next one when the handler is done. */
  work(kind: Kind, handle: (job: Job) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const DAY = 24 * 60 * 60;

/** The queue, by pg-boss. `supervise` keeps its tables tidy: workers do that. */
export async function openQueue(url: string, { supervise }: { supervise: boolean }): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    supervise,
    schedule: false,
    useListenNotify: supervise,
    max: 5,
  });
  boss.on('error', () => undefined); // the database is away; polling goes on
  await boss.start();
  for (const kind of kinds) {
    await boss.createQueue(kind, { retryLimit: 0, expireInSeconds: DAY - 1, notify: true });
  }
  return {
    async send(kind, id) {
      await boss.send(kind, { id });
    },
    async work(kind, handle) {
      // Shards come by the dozen and may be short: the next one is fetched as soon as one is done.
      const [poll, anyway] = kind === 'shard' ? [0.5, 0.5] : [1, 5];
      const options = {
        batchSize: 1,
        pollingIntervalSeconds: poll,
        notifyPollingIntervalSeconds: anyway,
      };
      await boss.work<Job>(kind, options, async ([job]) => {
        if (job) await handle(job.data);
      });
    },
    close: () => boss.stop({ graceful: false }),
  };
}

import pg from 'pg';

/** What may have changed. Only a hint, sent by triggers: whoever hears it reads the tables. */
export type Topic =
  | 'run'
  | 'metrics'
  | 'version'
  | 'evaluation'
  | 'check'
  | 'labelling'
  | 'inspection'
  | 'prediction'
  | 'recommendation'
  | 'alias'
  | 'deletion'
  | 'access'
  | 'task'
  | 'cancel';

export const CHANNEL = 'kshot';

export interface Listener {
  /** Calls back on each hint for the topic and id (all ids when left out), and after each reconnect. */
  on(topic: Topic, id: string | undefined, heard: (id: string | undefined) => void): () => void;
  /** From now on everybody looks again every so many milliseconds: hints do not arrive here. */
  poll(milliseconds: number): void;
  close(): Promise<void>;
}

type Heard = (id: string | undefined) => void;

/** One listening connection for the whole process; made anew when it is cut, after which everybody looks again. */
export async function listen(url: string): Promise<Listener> {
  const listeners = new Map<string, Set<Heard>>();
  const keyOf = (topic: Topic, id?: string): string => `${topic}:${id ?? '*'}`;
  let closed = false;
  let client: pg.Client | undefined;

  const tell = (topic: Topic, id: string): void => {
    for (const key of [keyOf(topic, id), keyOf(topic)])
      for (const heard of listeners.get(key) ?? []) heard(id);
  };
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url });
    next.on('error', () => undefined); // 'end' follows
    next.on('notification', ({ payload = '' }) => {
      const colon = payload.indexOf(':');
      tell(payload.slice(0, colon) as Topic, payload.slice(colon + 1));
    });
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    next.on('end', again);
    client = next;
  };
  const tellAll = (): void => {
    for (const group of listeners.values()) for (const heard of group) heard(undefined);
  };
  let polling: NodeJS.Timeout | undefined;
  const again = (): void => {
    if (closed) return;
    setTimeout(() => {
      connect().then(tellAll, again);
    }, 500);
  };
  await connect();
  return {
    on(topic, id, heard) {
      const key = keyOf(topic, id);
      const group = listeners.get(key) ?? new Set<Heard>();
      listeners.set(key, group.add(heard));
      return () => {
        group.delete(heard);
        if (group.size === 0) listeners.delete(key);
      };
    },
    poll(milliseconds) {
      clearInterval(polling);
      polling = setInterval(tellAll, milliseconds);
    },
    async close() {
      closed = true;
      clearInterval(polling);
      await client?.end().catch(() => undefined); // it was cut already
    },
  };
}

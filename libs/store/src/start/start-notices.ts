import { randomUUID } from 'node:crypto';
import { log } from '@kshot/domain';
import { ownsBlobs } from '../blobs/owns-blobs.js';
import { CHANNEL, type Listener } from '../changes/listen.js';
import type { Store } from '../open-store.js';

/** How often everybody looks again where no notification arrives, in milliseconds. */
const POLL = 1000;
/** How long a notification may take. */
const PATIENCE = 3000;
/** Connections that the API, its listener and two workers may open. */
const WANTED_CONNECTIONS = 35;

/** What the database or the folder of blobs lacks, a sentence each; where notifications do not arrive, the listener polls from now on. */
export async function startNotices(store: Store, listener: Listener): Promise<string[]> {
  const notices = await Promise.all([
    foreignFolder(store),
    deafness(store, listener),
    fewConnections(store),
    noSearch(store),
  ]);
  return notices.filter((notice) => notice !== null);
}

/** Writes them into the log, without keeping anybody waiting. */
export function warnAtStart(store: Store, listener: Listener): void {
  startNotices(store, listener).then(
    (notices) => {
      for (const notice of notices) log.warn(notice);
    },
    (err: unknown) => log.warn({ err }, 'What the database lacks is not known.'),
  );
}

async function foreignFolder({ pool, blobs }: Store): Promise<string | null> {
  const client = await pool.connect();
  try {
    return (await ownsBlobs(client, blobs))
      ? null
      : `The folder of blobs ${blobs.dir} belongs to another database, or is not the one that the others use: files will be missing. Set KSHOT_HOME to the folder that API and workers share.`;
  } finally {
    client.release();
  }
}

async function deafness({ pool }: Store, listener: Listener): Promise<string | null> {
  const probe = randomUUID();
  const heard = await new Promise<boolean>((resolve) => {
    const stop = listener.on('task', probe, (id) => {
      if (id === probe) done(true);
    });
    const timer = setTimeout(() => done(false), PATIENCE);
    const done = (result: boolean): void => {
      clearTimeout(timer);
      stop();
      resolve(result);
    };
    pool.query('select pg_notify($1, $2)', [CHANNEL, `task:${probe}`]).catch(() => done(true)); // away: it is made anew anyway
  });
  if (heard) return null;
  listener.poll(POLL);
  return `Notifications of the database do not arrive, as behind a transaction pooler: everybody looks for changes every ${POLL / 1000} s instead. Give DATABASE_URL a direct or session-pooled address for news at once.`;
}

async function fewConnections({ pool }: Store): Promise<string | null> {
  const { rows } = await pool.query<{ most: number }>(
    `select least(current_setting('max_connections')::int, nullif(rolconnlimit, -1)) as most
     from pg_roles where rolname = current_user`,
  );
  const most = rows[0]?.most ?? WANTED_CONNECTIONS;
  if (most >= WANTED_CONNECTIONS) return null;
  return `The database takes at most ${most} connections; the API alone may open 21, each worker 6. Raise the limit to ${WANTED_CONNECTIONS} or more, or requests will be UNAVAILABLE when many come at once.`;
}

async function noSearch({ pool }: Store): Promise<string | null> {
  const { rowCount } = await pool.query(`select 1 from pg_extension where extname = 'pg_trgm'`);
  if (rowCount) return null;
  return 'The database has no pg_trgm, so that searching names reads whole tables. Have its owner run: create extension pg_trgm.';
}

import { setTimeout as delay } from 'node:timers/promises';
import { isDiskFull } from '@kshot/domain';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Blobs, openBlobs } from './blobs/blobs.js';
import { type Database, database } from './database.js';
import { PrismaClient } from './generated/client.js';
import type { Reach } from './projects/reach.js';

/** Everything that lasts: rows by Prisma or plain SQL on one pool of connections, bytes by hash. */
export interface Store extends Database {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly blobs: Blobs;
  /** The projects that are reached through it; null for all. */
  readonly reach: Reach | null;
  close(): Promise<void>;
}

/** Between two statements of a transaction. */
const LONGEST_PAUSE = '20s';

/** Connects to the database and the folder of blobs. A lost connection is made anew at the next use. */
export async function openStore(settings: {
  url: string;
  blobDir: string;
  connections?: number;
}): Promise<Store> {
  const max = settings.connections ?? 20;
  const pool = new pg.Pool({
    connectionString: settings.url,
    max,
    // Before its first statement: one client does not take two at a time.
    onConnect: async (client) => {
      // One that is in use was cut between two statements: its next statement fails; unheard, it would end the process.
      client.on('error', () => undefined);
      // A process that is stopped in the middle of a transaction holds its rows no longer than this.
      await client
        .query(`set idle_in_transaction_session_timeout = '${LONGEST_PAUSE}'`)
        .catch(() => undefined); // then the next statement says it
    },
  });
  pool.on('error', () => undefined); // an idle connection was cut; the pool drops it
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const blobs = await openBlobs(settings.blobDir);
  return {
    url: settings.url,
    [database]: prisma,
    pool,
    blobs,
    reach: null,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** Codes of PostgreSQL and of sockets that say: the database is away, and the same statement may work later. */
const passing = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '25P03',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '08001',
  '53300',
  'P1001', // and from here on, what Prisma makes of the same
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2037',
]);

/** Whether an error only means that the database cannot be reached right now. */
export function isUnavailable(error: unknown): boolean {
  const { code, originalCode, message, cause, meta } = (error ?? {}) as {
    code?: string;
    originalCode?: string;
    message?: string;
    cause?: unknown;
    meta?: { driverAdapterError?: unknown };
  };
  if (passing.has(code ?? '') || passing.has(originalCode ?? '')) return true;
  if (
    /Connection terminated|not queryable|timeout exceeded when trying to connect|Can't reach database|Connection ended|Server has closed/.test(
      message ?? '',
    )
  )
    return true;
  return [cause, meta?.driverAdapterError].some((inner) => inner !== undefined && isUnavailable(inner));
}

/** Runs a statement until the database can be reached and has room; other errors are thrown. Gives up after `patience` milliseconds. */
export async function whenAvailable<T>(run: () => Promise<T>, patience = 600_000): Promise<T> {
  const start = performance.now();
  for (let wait = 100; ; wait = Math.min(2 * wait, 2000)) {
    try {
      return await run();
    } catch (error) {
      if (!(isUnavailable(error) || isDiskFull(error)) || performance.now() - start > patience) throw error;
      await delay(wait);
    }
  }
}

import type { ChildProcess } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type BrowserServer, chromium } from 'playwright-core';
import { browserOptions, startWithAddress } from '../dashboard.js';
import { ended, type Kshot } from '../kshot.js';

/** How tests reach one. */
export interface Address {
  readonly api: string;
  readonly home: string;
  readonly database: string;
}

/** Of the dashboard, and of the browser that looks at it. */
export interface SeenAt {
  readonly url: string;
  readonly browser: string;
}

/** A whole Kshot that is used by one file of tests after the other. */
export interface System {
  readonly address: Address;
  hasDashboard(): boolean;
  /** Starts dashboard and browser where they do not run yet. */
  seen(): Promise<SeenAt>;
  /** Forgets all that was made in it. False where something in it goes on: it is not to be used again. */
  emptied(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Many files are answered within a minute that a person would take an hour for. */
const COST_PER_MINUTE = '100000000';
/** How long its tasks may take to come to their end, in steps of 100 ms. */
const PATIENCE = 100;

export async function startSystem(): Promise<System> {
  const { kshot, url, startDashboard } = await startWithAddress({ KSHOT_COST_PER_MINUTE: COST_PER_MINUTE });
  const { rows: projects } = await kshot.pool.query<{ id: string; name: string }>(
    'select id, name from project',
  );
  let shown: { dashboard: ChildProcess; browser: BrowserServer } | undefined;
  return {
    address: { api: kshot.api, home: kshot.home, database: kshot.environment.DATABASE_URL ?? '' },
    hasDashboard: () => shown !== undefined,
    seen: async () => {
      shown ??= {
        dashboard: await startDashboard(),
        browser: await chromium.launchServer(browserOptions()),
      };
      return { url, browser: shown.browser.wsEndpoint() };
    },
    emptied: async () => {
      if (!(await isAtRest(kshot))) return false;
      await forgetRows(kshot, projects);
      forgetBlobs(path.join(kshot.home, 'blobs'));
      return true;
    },
    stop: async () => {
      await shown?.browser.close();
      if (shown) await ended(shown.dashboard);
      await kshot.stop();
    },
  };
}

async function isAtRest({ pool }: Kshot): Promise<boolean> {
  for (let i = 0; i < PATIENCE; i++) {
    const { rowCount } = await pool.query(`select 1 from task where status in ('QUEUED', 'RUNNING') limit 1`);
    if (rowCount === 0) return true;
    await delay(100);
  }
  return false;
}

/** As after the migrations; the worker stays known. */
async function forgetRows({ pool }: Kshot, projects: readonly { id: string; name: string }[]): Promise<void> {
  const { rows } = await pool.query<{ tables: string }>(
    `select string_agg(quote_ident(tablename), ', ') as tables from pg_tables
     where schemaname = 'public' and tablename not in ('worker', 'task_kind') and tablename not like '\\_%'`,
  );
  await pool.query(`truncate ${rows[0]!.tables}`);
  for (const { id, name } of projects)
    await pool.query('insert into project (id, name) values ($1, $2)', [id, name]);
}

function forgetBlobs(dir: string): void {
  for (const name of readdirSync(dir))
    if (name !== 'partial' && name !== 'aside') rmSync(path.join(dir, name), { recursive: true });
}

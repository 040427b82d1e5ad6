import pg from 'pg';
import { chromium } from 'playwright-core';
import { inject } from 'vitest';
import { asker } from '../ask.js';
import { pagesOf, type Seen } from '../dashboard.js';
import type { Kshot } from '../kshot.js';
import type { Address, SeenAt } from './system.js';

const asked = async <T>(query: string): Promise<T> => {
  const response = await fetch(`${inject('systems')}/${query}`, { method: 'POST' });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
};

/** An empty Kshot with the settings that it has by itself, for one file of tests; others had it before. */
export const takeKshot = async (): Promise<Kshot> => kshotAt(await asked<Address>('take'));

/** The same with its dashboard and a browser. */
export async function takeSeen(): Promise<Seen> {
  const address = await asked<Address & SeenAt>('take?dashboard');
  const kshot = kshotAt(address);
  const browser = await chromium.connect(address.browser);
  return {
    kshot,
    url: address.url,
    page: pagesOf(browser, address.url),
    stop: async () => {
      await browser.close();
      await kshot.stop();
    },
  };
}

function kshotAt({ api, home, database }: Address): Kshot {
  const pool = new pg.Pool({ connectionString: database, max: 3 });
  return {
    api,
    home,
    environment: { DATABASE_URL: database, KSHOT_HOME: home },
    pool,
    ask: asker(api),
    stop: async () => {
      await pool.end();
      await asked(`give?api=${encodeURIComponent(api)}`);
    },
  };
}

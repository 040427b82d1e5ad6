import { type Browser, chromium, type Page } from 'playwright-core';
import { freePort } from '../../tools/free-port.mjs';
import { ended, type Kshot, type OwnKshot, started, startKshot } from './kshot.js';

/** A whole Kshot with its dashboard, and a browser that looks at it. */
export interface Seen<K extends Kshot = Kshot> {
  readonly kshot: K;
  readonly url: string;
  page(options?: { width?: number; dark?: boolean }): Promise<Page>;
  stop(): Promise<void>;
}

/** How long something may take to appear, in milliseconds: two systems share two cores. */
const PATIENCE = 120_000;

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/** How the browser of tests is launched. */
export function browserOptions(): { executablePath: string; args: string[] } {
  const executablePath = process.env.CHROME_PATH;
  if (!executablePath)
    throw new Error('Set CHROME_PATH to a Chrome or Chromium; `npm test` finds it by itself.');
  return { executablePath, args };
}

/** Starts one for a test alone. Most tests do with a shared one (`systems/take.ts`). */
export async function startSeen(extra: NodeJS.ProcessEnv = {}): Promise<Seen<OwnKshot>> {
  const options = browserOptions();
  const { kshot, url, startDashboard } = await startWithAddress(extra);
  const dashboard = await startDashboard();
  const browser = await chromium.launch(options);
  return {
    kshot,
    url,
    page: pagesOf(browser, url),
    stop: async () => {
      await browser.close();
      await ended(dashboard);
      await kshot.stop();
    },
  };
}

/** Starts everything but the dashboard, with the address that the dashboard will have. */
export async function startWithAddress(extra: NodeJS.ProcessEnv) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const kshot = await startKshot({ KSHOT_DASHBOARD_ORIGIN: url, ...extra });
  return { kshot, url, startDashboard: () => startDashboard(kshot.api, port, extra) };
}

/** The built dashboard of an API, at this port. */
export function startDashboard(api: string, port: number, extra: NodeJS.ProcessEnv = {}) {
  const environment = { KSHOT_API_URL: api, NEXT_TELEMETRY_DISABLED: '1', ...extra };
  const options = ['start', 'apps/dashboard', '-p', String(port), '-H', '127.0.0.1'];
  return started('node_modules/next/dist/bin/next', 'Ready in', environment, options);
}

export const pagesOf =
  (browser: Browser, baseURL: string): Seen['page'] =>
  async ({ width = 1440, dark = false } = {}) => {
    const viewport = { width, height: 900 };
    const page = await browser.newPage({ viewport, colorScheme: dark ? 'dark' : 'light', baseURL });
    page.setDefaultTimeout(PATIENCE);
    return page;
  };

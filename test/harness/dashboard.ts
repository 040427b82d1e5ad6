import { type Browser, chromium, type Page } from 'playwright-core';
import { freePort } from '../../tools/free-port.mjs';
import { ended, type Kshot, started, startKshot } from './kshot.js';

/** A whole Kshot with its dashboard, and a browser that looks at it. */
export interface Seen {
  readonly kshot: Kshot;
  readonly url: string;
  page(options?: { width?: number; dark?: boolean }): Promise<Page>;
  stop(): Promise<void>;
}

const flags = [
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

export async function startSeen(extra: NodeJS.ProcessEnv = {}): Promise<Seen> {
  const executablePath = process.env.CHROME_PATH;
  if (!executablePath)
    throw new Error('Set CHROME_PATH to a Chrome or Chromium; `npm test` finds it by itself.');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const kshot = await startKshot({ KSHOT_DASHBOARD_ORIGIN: url, ...extra });
  const environment = { KSHOT_API_URL: kshot.api, NEXT_TELEMETRY_DISABLED: '1', ...extra };
  const next = 'node_modules/next/dist/bin/next';
  const dashboard = await started(next, 'Ready in', environment, [
    'start',
    'apps/dashboard',
    '-p',
    String(port),
    '-H',
    '127.0.0.1',
  ]);
  const browser: Browser = await chromium.launch({ executablePath, args: flags });
  return {
    kshot,
    url,
    page: ({ width = 1440, dark = false } = {}) =>
      browser.newPage({
        viewport: { width, height: 900 },
        colorScheme: dark ? 'dark' : 'light',
        baseURL: url,
      }),
    stop: async () => {
      await browser.close();
      await ended(dashboard);
      await kshot.stop();
    },
  };
}

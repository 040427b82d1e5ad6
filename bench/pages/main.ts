// npm run bench -- pages [--share 0.1] [--rounds 5] [--scrolled 5000] [--points 10000000] [--json]: milliseconds from a cold tab of Chromium to the rows of each
// list, on a home with 50,000 runs times the share, to the chart of a run with so many points, and the frames that scrolling through the runs takes.
import { openStore } from '@kshot/store';
import { type Browser, chromium, type Page } from 'playwright-core';
import { startDashboard } from '../../test/harness/dashboard.js';
import { findBrowser } from '../../tools/find-browser.mjs';
import { freePort } from '../../tools/free-port.mjs';
import { load } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';
import { median } from '../frame/samples.js';
import { startKshot } from '../home/kshot.js';
import { recordedRun } from '../home/recorded-run.js';
import { seed } from '../lists/seed.js';

const pages = [
  { work: 'runs', path: '/runs', row: 'tbody tr' },
  { work: 'models', path: '/models', row: 'tbody tr' },
  { work: 'data sets', path: '/data', row: 'ul[aria-label] > li' },
  { work: 'evaluations', path: '/evaluations', row: 'tbody tr' },
];
/** One with a long history: its chart. */
const A_RUN = 'a run';
const options = benchOptions([...pages.map(({ work }) => work), A_RUN], {
  rounds: 5,
  own: { share: '0.1', scrolled: '5000', points: '10000000' },
});
/** Runs in the page as it stands: keeps the time from each frame to the next. */
const FOLLOW_FRAMES = `
  globalThis.frameTimes = [];
  let before = performance.now();
  const next = (now) => {
    frameTimes.push(now - before);
    before = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
`;
/** Runs in the page from its start: keeps the time of the frame in which a row is there. A locator looks every half second. */
const followRows = (row: string) => `
  const look = () => {
    if (document.querySelector(${JSON.stringify(row)})) globalThis.rowSeenAt = Date.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;
const executablePath = findBrowser();
if (!executablePath) throw new Error('There is no Chrome or Chromium here. Name one in CHROME_PATH.');
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const kshot = await startKshot({ worker: false, environment: { KSHOT_DASHBOARD_ORIGIN: url } });
const store = await openStore({ url: kshot.databaseUrl, blobDir: `${kshot.home}/blobs` });
await seed(store, Number(options.value('share')));
const points = Number(options.value('points'));
if (options.wants(A_RUN)) {
  const { subject } = await recordedRun(store, points);
  pages.push({ work: A_RUN, path: `/runs/${subject}`, row: 'canvas' });
}
await store.close();
const dashboard = await startDashboard(kshot.api, port);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const { work, path, row } of pages.filter((page) => options.wants(page.work))) {
    await secondsToRows(browser, path, row); // what the server reads first, it reads once
    const samples: number[] = [];
    for (let i = 0; i < options.rounds; i++) samples.push(await secondsToRows(browser, path, row));
    show(work, { unit: 'ms', ours: median(samples), slowest: Math.max(...samples) });
  }
  if (options.wants('runs')) {
    const { frames, rows } = await scrolled(browser, Number(options.value('scrolled')));
    const long = frames.filter((milliseconds) => milliseconds > 50);
    const ordered = [...frames].sort((a, b) => a - b);
    show(`runs, scrolled to row ${rows}`, {
      unit: 'ms a frame',
      ours: median(frames),
      p99: ordered[Math.floor(0.99 * ordered.length)] as number,
      slowest: Math.max(...frames),
      framesOver50: long.length,
      frames: frames.length,
    });
  }
} finally {
  await browser.close();
  dashboard.kill();
  await kshot.stop();
}

/** From the call of an address, in a browser that knows nothing of it, to its first row or chart. */
async function secondsToRows(opened: Browser, path: string, row: string): Promise<number> {
  const context = await opened.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(followRows(row));
    const begun = Date.now();
    await page.goto(url + path, { waitUntil: 'commit' });
    await page.locator(row).first().waitFor();
    return (await page.evaluate<number>('rowSeenAt')) - begun;
  } finally {
    await context.close();
  }
}

/** Scrolls down the runs until so many have been passed; the time between each two frames. */
async function scrolled(opened: Browser, rows: number): Promise<{ frames: number[]; rows: number }> {
  const page = await opened.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(`${url}/runs`);
    await page.locator('tbody tr').first().waitFor();
    await page.evaluate(FOLLOW_FRAMES);
    await page.mouse.move(700, 500);
    let passed = 0;
    for (let still = 0; passed < rows && still < 200; ) {
      await page.mouse.wheel(0, 1200);
      await page.waitForTimeout(30);
      const last = await lastRow(page);
      still = last > passed ? 0 : still + 1;
      passed = Math.max(passed, last);
    }
    const frames = await page.evaluate<number[]>('frameTimes');
    return { frames, rows: passed };
  } finally {
    await page.close();
  }
}

/** The place of the last row that is drawn. */
async function lastRow(page: Page): Promise<number> {
  return Number(await page.locator('tbody tr[aria-rowindex]').last().getAttribute('aria-rowindex'));
}

function show(work: string, figures: Readonly<Record<string, number | string>>): void {
  const line = { work, ...figures, load: load() };
  const said = Object.entries(line)
    .slice(1)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? Number(value.toFixed(1)) : value}`);
  console.log(options.json ? JSON.stringify(line) : `${work}: ${said.join(', ')}`);
}

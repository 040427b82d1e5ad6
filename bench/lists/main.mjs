// npm run bench -- lists [--share 0.1,1,2] [--rounds 20]: milliseconds of the dashboard's lists on a home with 50,000 runs, 5,000
// models, 2,000 data sets and 2,000 evaluations times the share, for one client alone and for eight at once.
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { openStore } from '@kshot/store';
import { startKshot } from '../kshot.mjs';
import { documentOf, pages } from './pages.mjs';
import { seed } from './seed.mjs';

const { values: options } = parseArgs({
  options: {
    share: { type: 'string', default: '0.1,1,2' },
    rounds: { type: 'string', default: '20' },
  },
});
const rounds = Number(options.rounds);
const CLIENTS = 8;

for (const share of options.share.split(',').map(Number)) {
  const kshot = await startKshot({ worker: false });
  const store = await openStore({ url: kshot.databaseUrl, blobDir: `${kshot.home}/blobs` });
  try {
    await seed(store, share);
    console.log(`${Math.round(50_000 * share)} runs; load ${loadavg()[0].toFixed(1)}`);
    for (const page of pages) await measure(kshot, page);
    console.log(`  API ${(residentBytes(kshot.apiPid) / 1e6).toFixed(0)} MB`);
  } finally {
    await store.close();
    await kshot.stop();
  }
}

async function measure(kshot, { title, operation, variables, deep = 0 }) {
  const document = documentOf(operation);
  const after = deep ? await cursorAt(kshot, document, variables, deep) : undefined;
  const once = async () => {
    const begun = performance.now();
    await kshot.ask(document, { ...variables, ...(after ? { after } : {}) });
    return performance.now() - begun;
  };
  await once();
  const alone = [];
  for (let i = 0; i < rounds; i++) alone.push(await once());
  const together = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const own = [];
      for (let i = 0; i < rounds; i++) own.push(await once());
      return own;
    }),
  );
  const p95 = (samples) => samples.sort((a, b) => a - b)[Math.floor(0.95 * samples.length)].toFixed(0);
  console.log(`  ${title}: p95 ${p95(alone)} ms alone, ${p95(together.flat())} ms of ${CLIENTS} clients`);
}

/** Where a page far down begins. */
async function cursorAt(kshot, document, variables, deep) {
  let after;
  for (let i = 0; i < deep; i++) {
    const [list] = Object.values(await kshot.ask(document, { ...variables, ...(after ? { after } : {}) }));
    if (!list.pageInfo.hasNextPage) break;
    after = list.pageInfo.endCursor;
  }
  return after;
}

function residentBytes(pid) {
  return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
}

// npm run bench -- lists [--share 0.1,1,2] [--rounds 20] [--slowest 3] [--json]: milliseconds of the dashboard's lists on a home with 50,000 runs,
// 5,000 models, 2,000 data sets and 2,000 evaluations times the share, for one client alone and for eight at once; on demand the slowest statements with their plans.
import { openStore } from '@kshot/store';
import { load } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';
import { type Kshot, startKshot } from '../home/kshot.js';
import { residentBytes } from '../home/resident-bytes.js';
import { documentOf, type Page, pages } from './pages.js';
import { seed } from './seed.js';
import { forgetTimes, keepTimes, slowestStatements } from './slowest-statements.js';

const options = benchOptions(
  pages.map(({ title }) => title),
  { rounds: 20, own: { share: '0.1,1,2', slowest: '0' } },
);
const CLIENTS = 8;
const slowest = Number(options.value('slowest'));

for (const share of options.value('share').split(',').map(Number)) {
  const kshot = await startKshot({ worker: false, ...(slowest > 0 ? { prepare: keepTimes } : {}) });
  const store = await openStore({ url: kshot.databaseUrl, blobDir: `${kshot.home}/blobs` });
  try {
    await seed(store, share);
    const runs = Math.round(50_000 * share);
    if (!options.json) console.log(`${runs} runs`);
    if (slowest > 0) await forgetTimes(kshot.databaseUrl);
    for (const page of pages.filter(({ title }) => options.wants(title))) await measure(kshot, page, runs);
    if (slowest > 0) for (const one of await slowestStatements(kshot.databaseUrl, slowest)) console.log(one);
  } finally {
    await store.close();
    await kshot.stop();
  }
}

async function measure(kshot: Kshot, page: Page, runs: number): Promise<void> {
  const document = documentOf(page.operation);
  const after = page.deep ? await cursorAt(kshot, document, page) : undefined;
  const once = async () => {
    const begun = performance.now();
    await kshot.ask(document, { ...page.variables, ...(after ? { after } : {}) });
    return performance.now() - begun;
  };
  const several = async () => {
    const samples: number[] = [];
    for (let i = 0; i < options.rounds; i++) samples.push(await once());
    return samples;
  };
  await once();
  const alone = p95(await several());
  const together = p95((await Promise.all(Array.from({ length: CLIENTS }, several))).flat());
  const apiMegabytes = residentBytes(kshot.apiPid) / 1e6;
  const line = { work: page.title, runs, unit: 'ms', ours: alone, together, apiMegabytes, load: load() };
  if (options.json) return console.log(JSON.stringify(line));
  console.log(
    `  ${page.title}: p95 ${alone.toFixed(0)} ms alone, ${together.toFixed(0)} ms of ${CLIENTS} clients (load ${line.load.toFixed(1)}, API ${apiMegabytes.toFixed(0)} MB)`,
  );
}

function p95(samples: readonly number[]): number {
  return [...samples].sort((a, b) => a - b)[Math.floor(0.95 * samples.length)] ?? Number.NaN;
}

interface List {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** Where a page far down begins. */
async function cursorAt(kshot: Kshot, document: string, { variables, deep = 0 }: Page) {
  let after: string | undefined;
  for (let i = 0; i < deep; i++) {
    const answer = await kshot.ask<Record<string, List>>(document, {
      ...variables,
      ...(after ? { after } : {}),
    });
    const [list] = Object.values(answer);
    if (!list?.pageInfo.hasNextPage) break;
    after = list.pageInfo.endCursor;
  }
  return after;
}

// npm run bench -- metrics [--points 10000,1000000,10000000] [--seconds 5] [--json]: recording, storing and reading the metrics of
// a run. `--rounds` is how often each reading is timed.
import { insertMetrics, metricNames, openStore, readSeries } from '@kshot/store';
import { load } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';
import { median } from '../frame/samples.js';
import { startKshot } from '../home/kshot.js';
import { batchOf, newRun, recordedRun } from '../home/recorded-run.js';

const options = benchOptions([], {
  rounds: 9,
  own: { points: '10000,1000000,10000000', seconds: '5' },
});

const kshot = await startKshot({ worker: false });
const store = await openStore({ url: kshot.databaseUrl, blobDir: `${kshot.home}/blobs` });
try {
  for (const steps of [10, 100]) await recording(steps);
  for (const points of options.value('points').split(',').map(Number)) await reading(points);
} finally {
  await store.close();
  await kshot.stop();
}

/** Points a second that one writer gets acknowledged, in batches of ten metrics. */
async function recording(stepsOfBatch: number): Promise<void> {
  const held = await newRun(store);
  const begun = performance.now();
  let step = 0;
  while (performance.now() - begun < 1000 * Number(options.value('seconds'))) {
    await insertMetrics(store.pool, held, batchOf(step, stepsOfBatch));
    step += stepsOfBatch;
  }
  const seconds = (performance.now() - begun) / 1000;
  print(`record, batches of 10 x ${stepsOfBatch}`, 'points/s', (10 * step) / seconds);
}

async function reading(points: number): Promise<void> {
  const held = await recordedRun(store, points);
  const steps = points / 10;
  const { rows } = await store.pool.query<{ bytes: number }>(
    `select sum(octet_length(data) + pg_column_size(names) + pg_column_size(grids) + pg_column_size(counts) + 60)::float8 as bytes
     from metric_chunk where run_id = $1`,
    [held.subject],
  );
  print(`${points} points, stored`, 'bytes/point', (rows[0]?.bytes ?? Number.NaN) / points);
  const middle = Math.floor(steps / 2);
  const zoom = { after: middle, until: middle + Math.floor(steps / 100), points: 1000 };
  await timed(`${points} points, all series`, () => readSeries(store.pool, held.subject, { points: 1000 }));
  await timed(`${points} points, a hundredth of them`, () => readSeries(store.pool, held.subject, zoom));
  await timed(`${points} points, names`, () => metricNames(store.pool, held.subject));
  const query = `{ run(id: "${held.subject}") { metrics(points: 1000) { name count steps values minima maxima } } }`;
  await timed(`${points} points, all series by GraphQL`, () => kshot.ask(query));
}

async function timed(work: string, read: () => Promise<unknown>): Promise<void> {
  const samples: number[] = [];
  for (let i = 0; i < options.rounds; i++) {
    const begun = performance.now();
    await read();
    samples.push(performance.now() - begun);
  }
  print(work, 'ms', median(samples));
}

function print(work: string, unit: string, ours: number): void {
  const peakMegabytes = process.memoryUsage.rss() / 1e6;
  if (options.json) console.log(JSON.stringify({ work, unit, ours, load: load(), peakMegabytes }));
  else
    console.log(
      `${work.padEnd(48)} ${ours.toFixed(1)} ${unit} (load ${load().toFixed(1)}, ${peakMegabytes.toFixed(0)} MB here)`,
    );
}

// npm run bench -- metrics [--points 10000,1000000,10000000]: recording, storing and reading the metrics of a run.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { compactRuns, insertMetrics, metricNames, openStore, readSeries } from '@kshot/store';
import { startKshot } from '../kshot.mjs';
import { newRuns } from '../new-runs.mjs';
import { median } from '../samples.mjs';

const { values } = parseArgs({ options: { points: { type: 'string', default: '10000,1000000,10000000' } } });
const sizes = values.points.split(',').map(Number);
const NAMES = Array.from({ length: 10 }, (_, i) => `metric${i}`);

const kshot = await startKshot({ worker: false });
const store = await openStore({ url: kshot.databaseUrl, blobDir: `${kshot.home}/blobs` });
try {
  for (const steps of [10, 100]) await recording(steps);
  for (const points of sizes) await reading(points);
} finally {
  await store.close();
  await kshot.stop();
}
console.log(`load ${loadavg()[0].toFixed(1)}, ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB here`);

/** Points a second that one writer gets acknowledged, in batches of ten metrics. */
async function recording(stepsOfBatch) {
  const [held] = await newRuns(store, 1);
  const begun = performance.now();
  let step = 0;
  while (performance.now() - begun < 5000) {
    await insertMetrics(store.pool, held, batch(step, stepsOfBatch));
    step += stepsOfBatch;
  }
  const seconds = (performance.now() - begun) / 1000;
  print(`record, batches of 10 x ${stepsOfBatch}`, `${Math.round((10 * step) / seconds)} points/s`);
}

async function reading(points) {
  const [held] = await newRuns(store, 1);
  const steps = points / 10;
  for (let step = 0; step < steps; step += 1000)
    await insertMetrics(store.pool, held, batch(step, Math.min(1000, steps - step)));
  await store.pool.query('update task set status = $1, ended_at = now() where id = $2', ['DONE', held.id]);
  await compactRuns(store.pool);
  const { rows } = await store.pool.query(
    `select sum(octet_length(data) + pg_column_size(names) + pg_column_size(grids) + pg_column_size(counts) + 60)::float8 as bytes
     from metric_chunk where run_id = $1`,
    [held.subject],
  );
  print(`${points} points, stored`, `${(rows[0].bytes / points).toFixed(1)} bytes/point`);
  const middle = Math.floor(steps / 2);
  const zoom = { after: middle, until: middle + Math.floor(steps / 100), points: 1000 };
  await timed(`${points} points, all series`, () => readSeries(store.pool, held.subject, { points: 1000 }));
  await timed(`${points} points, a hundredth of them`, () => readSeries(store.pool, held.subject, zoom));
  await timed(`${points} points, names`, () => metricNames(store.pool, held.subject));
  const query = `{ run(id: "${held.subject}") { metrics(points: 1000) { name count steps values minima maxima } } }`;
  await timed(`${points} points, all series by GraphQL`, () => kshot.ask(query));
}

async function timed(what, work) {
  const samples = [];
  for (let i = 0; i < 9; i++) {
    const begun = performance.now();
    await work();
    samples.push(performance.now() - begun);
  }
  print(what, `${median(samples).toFixed(1)} ms`);
}

function batch(done, count) {
  const steps = Array.from({ length: count }, (_, i) => done + i + 1);
  return Object.fromEntries(
    NAMES.map((name, k) => [name, { steps, values: steps.map((step) => Math.sin(step + k)) }]),
  );
}

function print(what, figure) {
  console.log(`${what.padEnd(48)} ${figure}`);
}

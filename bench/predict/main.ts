// npm run bench -- predict [--texts 20000] [--rows 100000] [--photos 500] [--json]: predicts whole files; times, and the most
// memory that the process of the attempt took.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { load } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';
import { startKshot } from '../home/kshot.js';
import { uploaded } from '../home/requests.js';
import { residentBytes } from '../home/resident-bytes.js';
import { servedModels } from '../serve/models.js';

const options = benchOptions([], { own: { texts: '20000', rows: '100000', photos: '500' } });
const many = <T>(count: string, make: (i: number) => T): T[] =>
  Array.from({ length: Number(options.value(count)) }, (_, i) => make(i));

const kshot = await startKshot();
try {
  const { row, text, photo } = await servedModels(kshot);
  const columns = row.input.row.map(({ column }) => column).join(',');
  const rows = many('rows', (i) => `${i % 8},${i % 5},${i % 7},${i % 3}`).join('\n');
  await predicted('rows.csv', row.modelId, `${columns}\n${rows}\n`);
  const tenfold = Array<string>(10).fill(rows).join('\n');
  await predicted('ten times the rows.csv', row.modelId, `${columns}\n${tenfold}\n`);
  const texts = many('texts', (i) => `wake me at ${i % 24} o'clock on day ${i}`);
  await predicted('texts.csv', text.modelId, `text\n${texts.join('\n')}\n`);
  const picture = Buffer.from(photo.input.image, 'base64');
  const files = many(
    'photos',
    (i) => [`${i}.jpg`, [picture, { level: 0 }]] as [string, [Uint8Array, { level: 0 }]],
  );
  await predicted('photos.zip', photo.modelId, zipSync(Object.fromEntries(files)));
} finally {
  await kshot.stop();
}

interface Prediction {
  readonly status: string;
  readonly failure?: { readonly message: string };
  readonly summary?: { readonly rows: number; readonly unread: number };
}

async function predicted(work: string, modelId: string, content: string | Uint8Array): Promise<void> {
  const uploadId = await uploaded(kshot, work, Buffer.from(content));
  const begun = performance.now();
  const { started } = await kshot.ask<{ started: { id: string } }>(
    'mutation ($input: StartPredictionInput!) { started: startPrediction(input: $input) { id } }',
    { input: { modelId, uploadId } },
  );
  let most = 0;
  for (;;) {
    const { prediction } = await kshot.ask<{ prediction: Prediction }>(
      `{ prediction(id: "${started.id}") { status failure { message } summary { rows unread } } }`,
    );
    const worker = kshot.workers()[0]?.pid as number;
    most = Math.max(most, ...childrenOf(worker).map(residentBytes));
    if (prediction.status === 'FAILED') throw new Error(prediction.failure?.message);
    if (prediction.status === 'DONE' && prediction.summary) {
      const ours = (performance.now() - begun) / 1000;
      return show({ work, unit: 's', ours, peakMegabytes: most / 1e6, ...prediction.summary, load: load() });
    }
    await delay(100);
  }
}

interface Line {
  readonly work: string;
  readonly unit: 's';
  readonly ours: number;
  readonly peakMegabytes: number;
  readonly rows: number;
  readonly unread: number;
  readonly load: number;
}

function show(line: Line): void {
  const { work, ours, peakMegabytes, rows, unread, load: after } = line;
  if (options.json) console.log(JSON.stringify(line));
  else
    console.log(
      `${work.padEnd(24)} ${String(rows).padStart(8)} rows  ${ours.toFixed(1)} s  ${(rows / ours).toFixed(0)}/s  at most ${peakMegabytes.toFixed(0)} MB  ${unread} unread  load ${after.toFixed(1)}`,
    );
}

function childrenOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
  );
}

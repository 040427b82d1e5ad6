// npm run bench -- predict [--texts 20000] [--rows 100000] [--photos 500]: predicts whole files; times, and the most memory that
// the process of the attempt took.
import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { startKshot } from '../kshot.mjs';
import { servedModels, uploaded } from '../serve/models.mjs';

const { values: options } = parseArgs({
  options: {
    texts: { type: 'string', default: '20000' },
    rows: { type: 'string', default: '100000' },
    photos: { type: 'string', default: '500' },
  },
});
const many = (count, make) => Array.from({ length: Number(count) }, (_, i) => make(i));

const kshot = await startKshot();
try {
  const { row, text, photo } = await servedModels(kshot);
  const columns = row.input.row.map(({ column }) => column).join(',');
  const rows = many(options.rows, (i) => `${i % 8},${i % 5},${i % 7},${i % 3}`);
  await predicted('rows.csv', row.modelId, `${columns}\n${rows.join('\n')}\n`);
  await predicted(
    'ten times the rows.csv',
    row.modelId,
    `${columns}\n${Array(10).fill(rows.join('\n')).join('\n')}\n`,
  );
  const texts = many(options.texts, (i) => `wake me at ${i % 24} o'clock on day ${i}`);
  await predicted('texts.csv', text.modelId, `text\n${texts.join('\n')}\n`);
  const picture = Buffer.from(photo.input.image, 'base64');
  const files = Object.fromEntries(many(options.photos, (i) => [`${i}.jpg`, [picture, { level: 0 }]]));
  await predicted('photos.zip', photo.modelId, zipSync(files));
} finally {
  await kshot.stop();
}

async function predicted(fileName, modelId, content) {
  const uploadId = await uploaded(kshot, fileName, Buffer.from(content));
  const begun = performance.now();
  const { startPrediction: started } = await kshot.ask(
    'mutation ($input: StartPredictionInput!) { startPrediction(input: $input) { id } }',
    { input: { modelId, uploadId } },
  );
  let most = 0;
  for (;;) {
    const { prediction } = await kshot.ask(
      `{ prediction(id: "${started.id}") { status failure { message } summary { rows unread } } }`,
    );
    most = Math.max(most, ...childrenOf(kshot.worker.pid).map(residentMebibytes));
    if (prediction.status === 'FAILED') throw new Error(prediction.failure.message);
    if (prediction.status === 'DONE') {
      const seconds = (performance.now() - begun) / 1000;
      const { rows: count, unread } = prediction.summary;
      console.log(
        `${fileName.padEnd(24)} ${String(count).padStart(8)} rows  ${seconds.toFixed(1)} s  ${(count / seconds).toFixed(0)}/s  at most ${most.toFixed(0)} MiB  ${unread} unread  load ${loadavg()[0].toFixed(1)}`,
      );
      return;
    }
    await delay(100);
  }
}

function childrenOf(pid) {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
  );
}

function residentMebibytes(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it has just ended
  }
}

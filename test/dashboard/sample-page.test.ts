import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Seen } from '../harness/dashboard.js';
import { drawings, imported } from '../harness/data-sets.js';
import { trainedModel } from '../harness/runs.js';
import { takeSeen } from '../harness/systems/take.js';

let seen: Seen;
beforeAll(async () => {
  seen = await takeSeen();
});
afterAll(() => seen.stop());

test('the sample page of a downloaded model answers from a folder, without a server', async () => {
  const { id } = await imported(seen.kshot, 'letters.zip', drawings());
  const modelId = await trainedModel(seen.kshot, id);
  const { model } = await seen.kshot.ask<{ model: { bundleUrl: string } }>(
    `{ model(id: "${modelId}") { bundleUrl } }`,
  );
  const bundle = unzipSync(
    new Uint8Array(await (await fetch(seen.kshot.api + model.bundleUrl)).arrayBuffer()),
  );
  const folder = await mkdtemp(path.join(tmpdir(), 'kshot-sample-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const name of ['index.html', 'kshot.js', 'model.js'])
    await writeFile(path.join(folder, name), bundle[`sample-page/${name}`] as Uint8Array);

  const page = await seen.page();
  await page.goto(pathToFileURL(path.join(folder, 'index.html')).href);
  const status = page.getByRole('status');
  await status.getByText(/^Tells apart/).waitFor();
  const [name, picture] = Object.entries(unzipSync(drawings())).find(([one]) => one.endsWith('.png')) as [
    string,
    Uint8Array,
  ];
  const buffer = Buffer.from(picture);
  await page.locator('input').setInputFiles({ name: path.basename(name), mimeType: 'image/png', buffer });
  await status.getByText(/^(?!Predicting).*%/s).waitFor();
  const { predict } = await seen.kshot.ask<{ predict: [{ class: string }] }>(
    'query ($modelId: ID!, $image: String!) { predict(modelId: $modelId, inputs: [{ image: $image }]) { class } }',
    { modelId, image: buffer.toString('base64') },
  );
  expect((await status.textContent())?.split('\n')[0]).toBe(predict[0].class);

  const note = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no picture') };
  await page.locator('input').setInputFiles(note);
  await status.getByText('There is no answer: This file cannot be read here as a picture.').waitFor();
  await page.close();
});

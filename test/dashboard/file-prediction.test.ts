import { buffer as bytesOf } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import { parquetMetadata } from 'hyparquet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from '../harness/axe.js';
import type { Seen } from '../harness/dashboard.js';
import { drawings, example, imported } from '../harness/data-sets.js';
import { predictedFile } from '../harness/predictions.js';
import { trainedModel } from '../harness/runs.js';
import { takeSeen } from '../harness/systems/take.js';

let seen: Seen;
let modelId: string;
beforeAll(async () => {
  seen = await takeSeen();
  const { id } = await imported(seen.kshot, 'iris.csv', example('iris.csv'), { name: 'Irises' });
  modelId = await trainedModel(seen.kshot, id, { epochs: 30 });
});
afterAll(() => seen.stop());

test('a file that is dropped on a model comes back as CSV with its answers', async () => {
  const page = await seen.page({ width: 390 });
  await page.goto(`/models/${modelId}`);
  const section = page.getByRole('region', { name: 'Predict a file' });
  const lines = example('iris.csv').toString().trim().split(/\r?\n/);
  const buffer = Buffer.from([...lines, 'wide,3,1,1,'].join('\n'));
  await section.locator('input[type=file]').setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer });
  await page.waitForURL(/\/predictions\/[0-9a-f-]{36}$/);
  await page.getByRole('list', { name: 'Predicted rows' }).waitFor();
  await page.getByLabel('Show').selectOption('unread');
  await page.getByText(/Column "sepal_length" needs a number.* not "wide"/).waitFor();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  const rows = (await bytesOf(await (await downloading).createReadStream())).toString().trim().split('\n');
  expect(rows[0]).toBe(`${lines[0]},row,predicted,probability,set,none_of_these,problem`);
  expect(rows).toHaveLength(lines.length + 1);
  expect(rows[1]!.startsWith(`${lines[1]},1,`)).toBe(true);
  const downloadingTable = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Parquet' }).click();
  const table = await bytesOf(await (await downloadingTable).createReadStream());
  expect(table.subarray(0, 4).toString()).toBe('PAR1');
  expect(parquetMetadata(new Uint8Array(table).buffer).num_rows).toBe(BigInt(rows.length - 1));
  await page.close();
});

test('a predicted row says what its answer rests on', async () => {
  const { id } = await predictedFile(seen.kshot, modelId, 'iris.csv', example('iris.csv'));
  const page = await seen.page({ width: 390 });
  await page.goto(`/predictions/${id}?order=ROW`);
  await page.getByRole('button', { name: /^Why row 1 is / }).click();
  await page.getByRole('region', { name: 'What each cell adds' }).getByText('petal_length').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test('the unlabelled examples of a data set are predicted by a model of it', async () => {
  const { kshot } = seen;
  const rows = Array.from(
    { length: 40 },
    (_, i) => `${i % 2 ? 10 + i : -i},${i >= 36 ? '' : i % 2 ? 'up' : 'down'}`,
  );
  const { id } = await imported(kshot, 'signs.csv', `height,label\n${rows.join('\n')}\n`, { name: 'Signs' });
  await trainedModel(kshot, id, { epochs: 20 });
  const { dataSetVersion } = await kshot.ask<{ dataSetVersion: { dataSet: { id: string } } }>(
    `{ dataSetVersion(id: "${id}") { dataSet { id } } }`,
  );
  const page = await seen.page();
  await page.goto(`/data/${dataSetVersion.dataSet.id}?tab=unlabelled`);
  await page.getByRole('button', { name: 'Predict them' }).click();
  await page.waitForURL(/\/predictions\/[0-9a-f-]{36}$/);
  await page.getByRole('list', { name: 'Predicted rows' }).getByRole('listitem').nth(3).waitFor();
  await page.close();
});

test('several pictures that are chosen in Try are predicted as a file', async () => {
  const { id } = await imported(seen.kshot, 'letters.zip', drawings());
  const letters = await trainedModel(seen.kshot, id);
  const pictures = Object.entries(unzipSync(drawings()))
    .filter(([name]) => name.endsWith('.png'))
    .slice(0, 3)
    .map(([, bytes], i) => ({ name: `${i}.png`, mimeType: 'image/png', buffer: Buffer.from(bytes) }));
  const page = await seen.page();
  await page.goto(`/models/${letters}/try`);
  await page.getByRole('tab', { name: 'Use an image' }).click();
  await page.locator('input[type=file]').setInputFiles(pictures);
  await page.waitForURL(/\/predictions\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { level: 1, name: '3 photos' }).waitFor();
  await page.getByRole('list', { name: 'Predicted rows' }).getByRole('listitem').nth(2).waitFor();
  const { pathname } = new URL(page.url());
  expect((await fetch(`${seen.url}/files${pathname}.exe`)).status).toBe(404);
  await page.close();
});

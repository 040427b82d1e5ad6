import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Seen, startSeen } from '../harness/dashboard.js';
import { example, imported } from '../harness/data-sets.js';
import { trainedModel } from '../harness/runs.js';

let seen: Seen;
let modelId: string;
beforeAll(async () => {
  seen = await startSeen();
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
  const rows = readFileSync(await (await downloading).path(), 'utf8')
    .trim()
    .split('\n');
  expect(rows[0]).toBe(`${lines[0]},row,predicted,probability,set,none_of_these,problem`);
  expect(rows).toHaveLength(lines.length + 1);
  expect(rows[1]!.startsWith(`${lines[1]},1,`)).toBe(true);
  await page.close();
});

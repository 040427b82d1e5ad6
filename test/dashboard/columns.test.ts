import { afterAll, beforeAll, test } from 'vitest';
import type { Seen } from '../harness/dashboard.js';
import { example, imported } from '../harness/data-sets.js';
import { endedTransfer } from '../harness/runs.js';
import { takeSeen } from '../harness/systems/take.js';

let seen: Seen;
let modelId: string;
beforeAll(async () => {
  seen = await takeSeen();
  const { id } = await imported(seen.kshot, 'iris.csv', example('iris.csv'));
  const done = await endedTransfer(seen.kshot, { versionId: id, options: { method: 'LOGISTIC' } });
  modelId = done.models[0]!.id;
});
afterAll(() => seen.stop());

test('the page of a table model shows what each column is worth', async () => {
  const page = await seen.page({ width: 390 });
  await page.goto(`/models/${modelId}`);
  const plot = page.getByRole('figure', { name: 'What each column is worth' });
  await plot.locator('text').filter({ hasText: 'percentage points of accuracy lost' }).waitFor();
  await plot
    .locator('title')
    .filter({ hasText: /± .* points$/ })
    .nth(3)
    .waitFor({ state: 'attached' });
  await page.close();
});

test('beside an answer stands what each cell adds', async () => {
  const page = await seen.page();
  await page.goto(`/models/${modelId}/try`);
  await page.getByRole('button', { name: 'Predict' }).click();
  const adds = page.getByRole('region', { name: 'What each cell adds' });
  await adds.getByText(/^For rows of the data set the probability of .* on average/).waitFor();
  await adds.getByRole('listitem').nth(3).waitFor();
  await page.close();
});

import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Seen } from '../harness/dashboard.js';
import { example, imported } from '../harness/data-sets.js';
import { trainedModel } from '../harness/runs.js';
import { takeSeen } from '../harness/systems/take.js';

let seen: Seen;
let modelId: string;
beforeAll(async () => {
  seen = await takeSeen();
  const { id } = await imported(seen.kshot, 'iris.csv', example('iris.csv'), { name: 'Irises' });
  modelId = await trainedModel(seen.kshot, id);
});
afterAll(() => seen.stop());

test('a model gets a name, and the curl of its page is answered', async () => {
  const page = await seen.page({ width: 390 });
  await page.goto(`/models/${modelId}`);
  const section = page.getByRole('region', { name: 'Serve' });
  await section.getByLabel('Name').fill('flowers');
  await section.getByRole('button', { name: 'Serve by this name' }).click();
  await section.getByRole('list', { name: 'Served as' }).getByText('flowers@production').waitFor();
  await section.getByText(`${seen.kshot.api}/v1/models/flowers:predict`, { exact: true }).waitFor();
  const command = await section.locator('pre').first().innerText();
  const { predictions } = JSON.parse(execFileSync('sh', ['-c', command], { encoding: 'utf8' }));
  expect(['setosa', 'versicolor', 'virginica']).toContain(predictions[0].class);
  expect(command).toContain('petal_width');
  await page.reload();
  const usage = page.getByRole('region', { name: 'Usage' });
  await usage.getByRole('figure', { name: 'Calls by the hour' }).locator('rect').first().waitFor();
  await usage.getByText('100.0\u00a0%, 1 answer').waitFor();
  await page.close();
});

test('deleting a served model names its aliases and deletes them with it', async () => {
  const setAlias = 'mutation ($input: SetAliasInput!) { setAlias(input: $input) { id } }';
  await seen.kshot.ask(setAlias, { input: { name: 'doomed', alias: 'staging', modelId } });
  const page = await seen.page({ width: 390 });
  await page.goto(`/models/${modelId}`);
  await page.getByText('doomed@staging').first().waitFor();
  await page.getByRole('button', { name: 'Delete model' }).click();
  await page.getByText(/^It is served as .*doomed@staging/).waitFor();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete model' }).click();
  await page.waitForURL(/\/models$/);
  expect(await seen.kshot.ask('{ aliases(first: 9) { totalCount } }')).toEqual({
    aliases: { totalCount: 0 },
  });
  await page.close();
});

test('a model is tagged, archived, hidden and found again', async () => {
  const version = await imported(seen.kshot, 'more.csv', example('iris.csv'), { name: 'More irises' });
  const id = await trainedModel(seen.kshot, version.id);
  const page = await seen.page();
  await page.goto(`/models/${id}`);
  await page
    .getByRole('region', { name: 'Usage' })
    .getByText(/^Nobody asked in this time/)
    .waitFor();
  await page.getByRole('button', { name: 'Edit name, tags and note' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Garden');
  await dialog.getByLabel('Tags').fill('spring, first try');
  await dialog.getByLabel('Note').fill('Measured by hand.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Measured by hand.').waitFor();
  await page.getByRole('button', { name: 'Archive', exact: true }).click();
  await page.getByText(/^Archived: lists/).waitFor();
  await page.getByRole('link', { name: 'first try' }).click();
  await page.getByText('No model is like that').waitFor();
  await page.getByRole('button', { name: 'Show archived' }).click();
  await page.getByRole('link', { name: /^Garden/ }).waitFor();
  await page.getByRole('button', { name: 'Hide archived' }).click();
  await page.getByText('No model is like that').waitFor();
  await page.close();
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from '../harness/axe.js';
import type { Seen } from '../harness/dashboard.js';
import { example, imported } from '../harness/data-sets.js';
import { endedTransfer } from '../harness/runs.js';
import { takeSeen } from '../harness/systems/take.js';

let seen: Seen;
let modelId: string;
beforeAll(async () => {
  seen = await takeSeen();
  const { ask } = seen.kshot;
  const version = await imported(seen.kshot, 'iris.csv', example('iris.csv'), { name: 'Irises' });
  const { models } = await endedTransfer(seen.kshot, {
    versionId: version.id,
    options: { method: 'RIDGE' },
  });
  modelId = models[0]!.id;
  const { setAlias } = await ask<{ setAlias: { id: string } }>(
    'mutation ($input: SetAliasInput!) { setAlias(input: $input) { id } }',
    { input: { name: 'flowers', modelId } },
  );
  await ask('mutation ($id: ID!) { shareAlias(id: $id, shared: true) { id } }', { id: setAlias.id });
});
afterAll(() => seen.stop());

const askAbout = async (count: number): Promise<void> => {
  const inputs = Array.from({ length: count }, (_, i) => ({
    row: { sepal_length: 5.5, sepal_width: 3, petal_length: 1.5 + i, petal_width: 0.2 + i / 2 },
  }));
  const response = await fetch(`${seen.kshot.api}/v1/models/flowers:predict`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ inputs }),
  });
  expect(response.status).toBe(200);
};

test('inputs are kept once that is switched on, reviewed, added to the data set and taught', async () => {
  await askAbout(2);
  const page = await seen.page({ width: 390 });
  await page.goto(`/models/${modelId}`);
  const section = page.getByRole('region', { name: 'Inputs to review' });
  await section.getByText(/^Only counts are kept/).waitFor();
  await section.getByLabel('Keep a sample of inputs').click();
  await section.getByText(/^A sample of what programs/).waitFor();
  await askAbout(5);
  await page.reload();
  const lines = section.getByRole('list', { name: 'Kept inputs' }).getByRole('listitem');
  await lines.first().waitFor();
  expect(await lines.count()).toBe(5);
  await lines.nth(0).getByRole('button', { name: 'Right' }).click();
  await lines
    .nth(0)
    .getByText(/^Labelled /)
    .waitFor();
  await lines.nth(1).getByRole('button', { name: 'No, this is …' }).click();
  await lines.nth(1).getByLabel('Right class').fill('hybrid');
  expect(await violations(page)).toEqual([]);
  await lines.nth(1).getByRole('button', { name: 'Label', exact: true }).click();
  await lines.nth(1).getByText('Labelled hybrid').waitFor();
  await section.getByRole('button', { name: 'Add 2 reviewed inputs to Irises' }).click();
  await section.getByText('Version 2 of').waitFor();
  await section.getByRole('button', { name: 'Teach the model 2 reviewed inputs' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(modelId));
  await section.getByLabel('Show').selectOption('Reviewed');
  await section.getByText('Labelled hybrid, taught, in the data set').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.close();
});

test('the shared page says so', async () => {
  const page = await seen.page({ width: 390, dark: true });
  await page.goto('/m/flowers');
  await page
    .getByText(/^A model made with Kshot\. What you send is answered, and some of it is kept/)
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test('they are discarded one by one, or all once it is switched off', async () => {
  const { aliases } = await seen.kshot.ask<{ aliases: { nodes: { model: { id: string } }[] } }>(
    '{ aliases(first: 1) { nodes { model { id } } } }',
  );
  const page = await seen.page({ dark: true });
  await page.goto(`/models/${aliases.nodes[0]!.model.id}`);
  const section = page.getByRole('region', { name: 'Inputs to review' });
  const lines = section.getByRole('list', { name: 'Kept inputs' }).getByRole('listitem');
  await lines.first().getByRole('button', { name: 'Discard' }).click();
  await section.getByText('2 inputs', { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  await section.getByLabel('Keep a sample of inputs').click();
  await section.getByText('4 inputs from before').waitFor();
  await section.getByRole('button', { name: 'Delete them' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete them' }).click();
  await section.getByText('4 inputs from before').waitFor({ state: 'detached' });
  expect(await lines.count()).toBe(0);
  await page.close();
});

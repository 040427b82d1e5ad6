import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from '../harness/axe.js';
import type { Seen } from '../harness/dashboard.js';
import { example } from '../harness/data-sets.js';
import { starter } from '../harness/models/starters.js';
import { takeSeen } from '../harness/systems/take.js';

let seen: Seen;
beforeAll(async () => {
  seen = await takeSeen();
  await starter(seen.kshot, 'efficientnet-lite2', 'EfficientNet-Lite2 (ImageNet)');
  await starter(seen.kshot, 'potion-base-8m', 'potion-base-8M');
});
afterAll(() => seen.stop());

test('two classes are taught by the camera, and the model answers about what it sees', async () => {
  const page = await seen.page({ width: 390 });
  await page.goto('/teach');
  for (const name of ['one thing', 'another']) {
    await page.getByLabel('Name of a new class').fill(name);
    await page.getByRole('button', { name: 'Add class' }).click();
  }
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await page.getByRole('button', { name: 'This is one thing' }).click();
  await page.waitForTimeout(600); // the picture of the camera moves on
  await page.getByRole('button', { name: 'This is another' }).click();
  await page.getByText('It knows 2 classes.').waitFor();
  await page.getByText(/answers per second$/).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test('photos teach a class, a correction teaches another, and the examples become a data set', async () => {
  const clothes = unzipSync(example('clothes.zip'));
  const photos = (name: string, from: number, to: number) =>
    Object.entries(clothes)
      .filter(([file]) => file.includes(`${name}/`) && file.endsWith('.jpg'))
      .slice(from, to)
      .map(([file, bytes]) => ({
        name: path.basename(file),
        mimeType: 'image/jpeg',
        buffer: Buffer.from(bytes),
      }));
  const page = await seen.page({ dark: true });
  await page.goto('/teach');
  for (const name of ['hat', 'shoes']) {
    await page.getByLabel('Name of a new class').fill(name);
    await page.getByRole('button', { name: 'Add class' }).click();
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
    const table = { name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') };
    await card.locator('input[type=file]').setInputFiles([...photos(name, 0, 3), table]);
    await card.getByText('Left out: notes.csv.').waitFor();
  }
  await page.getByText('It knows 2 classes.').waitFor();
  const list = page.getByRole('list', { name: 'Examples of shoes' });
  await expect.poll(() => list.getByRole('listitem').count()).toBe(3);
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles(photos('hat', 6, 7));
  const answer = page.getByRole('region', { name: 'Answer' });
  await answer.getByText('hat', { exact: true }).first().waitFor();
  await answer.getByRole('button', { name: 'shoes' }).click();
  await expect.poll(() => list.getByRole('listitem').count()).toBe(4);
  await page.getByRole('button', { name: 'Forget example 4 of shoes' }).click();
  await expect.poll(() => list.getByRole('listitem').count()).toBe(3);
  expect(await violations(page)).toEqual([]);
  const models = async (): Promise<number> => {
    const found = await seen.kshot.ask<{ models: { totalCount: number } }>('{ models { totalCount } }');
    return found.models.totalCount;
  };
  await expect.poll(models, { message: 'steps on the way are not kept' }).toBe(4);
  await page.getByRole('button', { name: 'Save examples as a data set' }).click();
  await page.waitForURL(/\/data\/[0-9a-f-]{36}$/);
  await page.getByText('6', { exact: true }).first().waitFor();
  await page.goBack();
  await expect.poll(() => list.getByRole('listitem').count()).toBe(3);
  await page.getByText('It knows 2 classes.').waitFor();
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByText('It answers once two classes have an example.').waitFor();
  await page.close();
});

test('texts are taught as one types', async () => {
  const page = await seen.page();
  await page.goto('/teach');
  await page.getByRole('button', { name: 'Texts' }).click();
  for (const [name, text] of [
    ['refund', 'I want my money back'],
    ['login', 'I forgot my password'],
  ] as const) {
    await page.getByLabel('Name of a new class').fill(name);
    await page.getByRole('button', { name: 'Add class' }).click();
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
    await card.getByLabel('Texts').fill(text);
    await card.getByRole('button', { name: 'Add text' }).click();
  }
  await page.getByText('It knows 2 classes.').waitFor();
  await page.getByLabel('Text', { exact: true }).fill('please give me my money');
  await page.getByRole('region', { name: 'Answer' }).getByText('refund', { exact: true }).first().waitFor();
  await page.close();
});

test('files that are dropped on a class are taught, and others are named', async () => {
  const page = await seen.page();
  await page.goto('/teach');
  await page.getByRole('button', { name: 'Texts' }).click();
  const drop = async (name: string, files: readonly (readonly [string, string])[]) => {
    await page.getByLabel('Name of a new class').fill(name);
    await page.getByRole('button', { name: 'Add class' }).click();
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
    const dataTransfer = await page.evaluateHandle((given) => {
      const data = new DataTransfer();
      for (const [path, text] of given) data.items.add(new File([text], path));
      return data;
    }, files);
    await card.dispatchEvent('drop', { dataTransfer });
  };
  await drop('refund', [['refund.txt', 'I want my money back\nrefund me']]);
  await drop('login', [
    ['login.txt', 'I forgot my password'],
    ['notes.pdf', 'x'],
  ]);
  await page.getByText('It knows 2 classes.').waitFor();
  await expect
    .poll(() => page.getByRole('list', { name: 'Examples of refund' }).getByRole('listitem').count())
    .toBe(2);
  await page.getByText('Only text files (.txt) are taught here; left out: notes.pdf.').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.close();
});

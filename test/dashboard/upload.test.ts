import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Seen } from '../harness/dashboard.js';
import { drawings, example, imported, stuckImport } from '../harness/data-sets.js';
import { takeSeen } from '../harness/systems/take.js';

let seen: Seen;
let page: Page;
const folder = mkdtempSync(path.join(tmpdir(), 'kshot-drop-'));
beforeAll(async () => {
  seen = await takeSeen();
  page = await seen.page();
});
afterAll(async () => {
  await seen?.stop();
  rmSync(folder, { recursive: true });
});

const written = (name: string, content: string | Buffer): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
};
async function choose(...files: string[]): Promise<void> {
  await page.goto(`${seen.url}/data`);
  await page.getByRole('button', { name: 'Upload data' }).first().click();
  await page.locator('[role=dialog] input[type=file]').setInputFiles(files);
  await page.getByRole('region', { name: 'How the file was understood' }).waitFor();
}
const dialog = () => page.getByRole('dialog').innerText();
const press = (name: string) => page.getByRole('dialog').getByRole('button', { name }).click();

test('a table is shown column by column; another class is chosen, and imported', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `${i},${i % 2 ? 'x' : 'y'},${i % 3 ? 'small' : 'large'}`);
  await choose(written('sizes.csv', `length,label,size\n${rows.join('\n')}\n`));
  expect(await dialog()).toMatch(/30 examples.*2 classes/);
  await page.getByLabel('Use of column size').selectOption('LABEL');
  await page.getByRole('dialog').getByText('large').first().waitFor();
  await press('Import');
  await page.waitForURL(/\/data\/[0-9a-f-]{36}/);
  await page.getByText('large').first().waitFor();
});

test('how a file is read is chosen: the delimiter, and the order of dates', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => `${1 + (i % 9)}/5/2024;${i};${i % 2 ? 'x' : 'y'}`);
  await choose(written('days.csv', `day;size;label\n${rows.join('\n')}\n`));
  const dates = page.getByLabel('Dates', { exact: true });
  expect(await dates.inputValue()).toBe('DAY_FIRST');
  await dates.selectOption('MONTH_FIRST');
  await page.getByRole('dialog').getByText('(month, day, year)').waitFor();
  await page.getByLabel('Cells divided by').selectOption('NONE');
  await page.getByLabel('Use of column text').waitFor();
  await page.getByLabel('Cells divided by').selectOption('SEMICOLON');
  await page.getByLabel('Use of column size').waitFor();
  await press('Import');
  await page.waitForURL(/\/data\/[0-9a-f-]{36}/);
});

test('texts beside other columns are used as a table where that is chosen, and back', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `my parcel ${i} is late,${i % 7},${i % 2 ? 'x' : 'y'}`);
  await choose(written('tickets.csv', `text,age,label\n${rows.join('\n')}\n`));
  expect(await dialog()).toMatch(/30 examples \(texts\)[\s\S]*1 other column is left out/);
  await press('Use all columns as a table');
  await page.getByRole('button', { name: 'Use the texts alone' }).waitFor();
  expect(await dialog()).toMatch(/30 examples \(table rows\)/);
  expect(await page.getByLabel('Use of column text').inputValue()).toBe('TEXT');
  await press('Use the texts alone');
  await page.getByRole('button', { name: 'Use all columns as a table' }).waitFor();
});

test('several files become one archive, whose table is found', async () => {
  const rows = (from: number) =>
    Array.from({ length: 10 }, (_, i) => `${from + i}.5,${i % 2 ? 'x' : 'y'}`).join('\n');
  await choose(written('train.csv', `a,label\n${rows(0)}`), written('test.csv', `a,label\n${rows(50)}`));
  expect(await dialog()).toMatch(/20 examples/);
  expect(await dialog()).toMatch(/train\s*10/);
});

test('pictures are shown in small, and a name that is taken gets a number', async () => {
  for (const expected of ['Handwriting', 'Handwriting 2']) {
    await choose(written('handwriting.zip', drawings()));
    expect(await page.getByRole('dialog').getByRole('img').count()).toBeGreaterThan(5);
    await press('Import');
    await page.waitForURL(/\/data\/[0-9a-f-]{36}/);
    await page.getByRole('heading', { level: 1, name: expected, exact: true }).waitFor();
  }
});

test('what cannot be imported says why, and what was typed stays', async () => {
  await choose(written('one-class.csv', 'a,label\n1.5,x\n2.5,x\n'));
  await page.getByLabel('Description').fill('typed before');
  expect(await dialog()).toMatch(/It cannot be imported like this/);
  expect(await page.getByRole('dialog').getByRole('button', { name: 'Import' }).isDisabled()).toBe(true);
  expect(await page.getByLabel('Description').inputValue()).toBe('typed before');
});

test('photos without a class are asked about, one as well as several', async () => {
  const photo = Object.entries(unzipSync(example('clothes.zip'))).find(([name]) => name.endsWith('.jpg'))![1];
  const files = ['cats.jpg', 'b.jpg', 'c.jpg'].map((name) => written(name, Buffer.from(photo)));
  for (const chosen of [files.slice(0, 1), files]) {
    await choose(...chosen);
    await page.getByRole('region', { name: 'Which class?' }).waitFor();
    expect(await page.getByRole('dialog').getByRole('alert').count()).toBe(0);
  }
  expect(await dialog()).toMatch(/3 photos\n/);
});

test('photos without a class become a data set, each labelled by a key', async () => {
  const photos = Object.entries(unzipSync(example('clothes.zip'))).filter(([name]) => name.endsWith('.jpg'));
  await choose(...photos.slice(0, 3).map(([, bytes], i) => written(`photo-${i}.jpg`, Buffer.from(bytes))));
  await page.getByRole('button', { name: 'Label them here' }).click();
  await page.getByText('3 unlabelled examples').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Import' }).click();
  await page.getByRole('button', { name: 'Label one by one' }).click();
  for (const [i, name] of ['shirt', 'shoe'].entries()) {
    await page.getByLabel('Another class (o)').fill(name);
    await page.getByRole('button', { name: 'Label', exact: true }).click();
    await page.getByRole('button', { name: i === 0 ? 'Save 1 label' : 'Save 2 labels' }).waitFor();
  }
  await page.keyboard.press('1');
  await page.getByRole('button', { name: 'Save 3 labels' }).click();
  await page.getByRole('button', { name: 'Train' }).waitFor();
});

test('an import is cancelled on the page of its data set, and retried', async () => {
  const page = await seen.page();
  await page.goto(`/data/${await stuckImport(seen.kshot, 'Stuck')}`);
  await page.getByRole('button', { name: 'Cancel import' }).click();
  await page.getByText('The import was cancelled. Retry it, or import another file.').waitFor();
  await page.getByRole('button', { name: 'Retry import' }).click();
  await page.getByRole('tab', { name: 'Classes' }).waitFor();
  await page.close();
});

test('an upload goes on by itself after a lost connection', async () => {
  const page = await seen.page();
  await page.goto('/data');
  let lost = 0;
  await page.route('**/uploads/**', (route) =>
    route.request().method() === 'PUT' && lost++ === 0 ? route.abort('connectionreset') : route.continue(),
  );
  await page
    .getByRole('button', { name: /Upload/ })
    .first()
    .click();
  const lines = Array.from({ length: 20 }, (_, i) => `${i % 7},${i % 5},${i % 2 ? 'a' : 'b'}`);
  const file = {
    name: 'lost.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`x,y,label\n${lines.join('\n')}\n`),
  };
  await page.getByRole('dialog').locator('input[type=file]').first().setInputFiles(file);
  await page.getByText('20 examples', { exact: false }).first().waitFor();
  expect(lost).toBe(2);
  await page.close();
});

test('lines that are pasted on the page of a data set are added, with the changes that wait', async () => {
  const lines = ['cold', 'warm'].flatMap((label) =>
    Array.from({ length: 6 }, (_, i) => `The soup was ${label} number ${i},${label}`),
  );
  await imported(seen.kshot, 'soups.csv', `text,label\n${lines.join('\n')}\n`, {
    name: 'Soups',
  });
  const page = await seen.page();
  await page.goto('/data');
  await page.getByRole('link', { name: 'Soups' }).first().click();
  await page.getByRole('button', { name: 'Rename, merge or delete cold' }).click();
  await page.getByLabel('Name', { exact: true }).fill('icy');
  await page.keyboard.press('Enter');
  await page.getByText('1 change not saved').waitFor();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'It froze, and so did I.\nIt burned me.');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await page.getByText('1 change on the page of the data set is not saved yet').waitFor();
  await page.getByLabel('Class of all examples').fill('cold');
  await page.getByRole('button', { name: 'Add 2 examples' }).click();
  await page.waitForURL(/version=2/);
  await page.getByRole('heading', { name: 'icy' }).waitFor();
  await page.getByText('8', { exact: true }).first().waitFor();
  expect(await page.getByText('not saved').count()).toBe(0);
  await page.close();
});

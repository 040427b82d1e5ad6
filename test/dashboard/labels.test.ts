import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Seen, startSeen } from '../harness/dashboard.js';
import { example, imported } from '../harness/data-sets.js';

let seen: Seen;
beforeAll(async () => {
  seen = await startSeen();
  const lines = example('iris.csv').toString().trim().split(/\r?\n/);
  const other = lines.at(-1)?.split(',').at(-1); // the class of the last row
  const noisy = lines.map((line, i) => ([5, 15, 25].includes(i) ? line.replace(/[^,]*$/, `${other}`) : line));
  await imported(seen.kshot, 'iris.csv', noisy.join('\n'), { name: 'Irises' });
});
afterAll(() => seen.stop());

test('from a data set to its suspicious labels and a mended version, by keyboard and without a reload', async () => {
  const page = await seen.page({ width: 390 });
  await page.goto('/data');
  await page.getByRole('link', { name: 'Irises' }).first().click();
  await page.getByRole('tab', { name: 'Labels' }).click();
  await page.getByRole('button', { name: 'Check labels' }).click();
  await page.waitForURL(/\/labels\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { name: 'Examples to look at' }).waitFor();
  await page.getByLabel('Kind of finding').selectOption({ value: 'WRONG_LABEL' });
  await page.getByText('looks like').first().waitFor();
  const first = page.getByRole('combobox', { name: /^What to do with/ }).first();
  await first.focus();
  await page.keyboard.press('ArrowDown');
  expect(await first.inputValue()).toBe('relabel');
  await page.getByRole('button', { name: 'Make a version with 1 change' }).press('Enter');
  await page.waitForURL(/version=2/);
  await page.getByRole('tab', { name: 'Labels' }).waitFor();
  await page.close();
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Seen, startSeen } from '../harness/dashboard.js';
import { example, imported } from '../harness/data-sets.js';

let seen: Seen;
beforeAll(async () => {
  seen = await startSeen();
  await imported(seen.kshot, 'iris.csv', example('iris.csv'), { name: 'Irises' });
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
  if (process.env.KSHOT_SCREENSHOTS) await look();
  await page.close();
});

/** For eyes: the page of a check, wide and narrow, light and dark. */
async function look(): Promise<void> {
  const { rows } = await seen.kshot.pool.query('select id from label_check limit 1');
  for (const [width, dark] of [
    [1440, false],
    [390, true],
  ] as const) {
    const page = await seen.page({ width, dark });
    await page.goto(`/labels/${rows[0].id}`);
    await page.getByRole('list', { name: 'Findings' }).waitFor();
    await page.screenshot({ path: `${process.env.KSHOT_SCREENSHOTS}/labels-${width}.png`, fullPage: false });
    await page.close();
  }
}
